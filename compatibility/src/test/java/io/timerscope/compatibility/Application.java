package io.timerscope.compatibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The applications that are started on each Spring Boot. */
enum Application {

	TOMCAT("Web MVC on Tomcat", Libraries.SERVLET, "", http(Behaviour.LISTENABLE)),

	JETTY("Web MVC on Jetty", Libraries.SERVLET_ON_JETTY, "", http()),

	WEBFLUX("WebFlux on Netty", Libraries.WEBFLUX, "--spring.reactor.context-propagation=auto", http()),

	SOCKETS("WebSocket and STOMP on Tomcat", Libraries.SOCKETS, "",
			List.of(Behaviour.WRAPPING, Behaviour.SESSIONS, Behaviour.HEALTH)),

	SOCKETS_ON_JETTY("WebSocket and STOMP on Jetty", Libraries.SOCKETS_ON_JETTY, "",
			List.of(Behaviour.WRAPPING, Behaviour.SESSIONS, Behaviour.HEALTH)),

	VIRTUAL_THREADS("Web MVC on virtual threads", Libraries.SERVLET, "--spring.threads.virtual.enabled=true",
			http(Behaviour.LISTENABLE)),

	SECURED("Web MVC with Spring Security", Libraries.SECURED, "",
			List.of(Behaviour.SECURITY, Behaviour.WRAPPING, Behaviour.OWNERS, Behaviour.FINDINGS, Behaviour.ENDPOINT,
					Behaviour.HEALTH, Behaviour.METERS, Behaviour.PAGE, Behaviour.GUARD)),

	MANAGEMENT_PORT("Web MVC with a management port", Libraries.SERVLET, "--management.server.port=0", http()),

	NO_ACTUATOR("Web MVC without Actuator", Libraries.NO_ACTUATOR, "", List.of(Behaviour.INSIDE)),

	NO_WEB("no web", Libraries.NO_WEB, "", List.of()),

	AHEAD_OF_TIME("Web MVC, processed ahead of time", Libraries.SERVLET, "", http()),

	JUNIT("timerscope-junit", Libraries.TESTS, "", List.of());

	private final String label;

	private final Libraries libraries;

	private final String argument;

	private final List<Behaviour> behaviours;

	Application(String label, Libraries libraries, String argument, List<Behaviour> behaviours) {
		this.label = label;
		this.libraries = libraries;
		this.argument = argument;
		this.behaviours = behaviours;
	}

	private static List<Behaviour> http(Behaviour... more) {
		List<Behaviour> behaviours = new ArrayList<>(
				List.of(Behaviour.WRAPPING, Behaviour.OWNERS, Behaviour.FINDINGS, Behaviour.ENDPOINT, Behaviour.CANCEL,
						Behaviour.RULES, Behaviour.HEALTH, Behaviour.METERS, Behaviour.PAGE));
		behaviours.addAll(Arrays.asList(more));
		behaviours.add(Behaviour.GUARD);
		return behaviours;
	}

	/** What it does and is asked for. */
	List<Behaviour> behaviours() {
		return this.behaviours;
	}

	Libraries libraries() {
		return this.libraries;
	}

	String main() {
		return switch (this) {
			case SOCKETS, SOCKETS_ON_JETTY -> "com.acme.sockets.SocketApplication";
			case JUNIT -> "com.acme.tests.RunSamples";
			default -> "com.acme.shop.ShopApplication";
		};
	}

	List<String> arguments() {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.main.banner-mode=off",
				"--timerscope.interval=200ms", "--timerscope.requests.grace=100ms", "--timerscope.sessions.grace=100ms",
				"--timerscope.leaks.min-owners=3", "--timerscope.guard.max-live=300",
				"--timerscope.guard.consecutive=2", "--timerscope.guard.action=shed",
				"--management.endpoints.web.exposure.include=*", "--management.endpoint.health.show-details=always",
				"--management.endpoint.timers.access=unrestricted", "--spring.security.user.name=shop",
				"--spring.security.user.password=secret"));
		if (!this.argument.isEmpty()) {
			arguments.add(this.argument);
		}
		return arguments;
	}

	/** Virtual threads began with 21. */
	boolean runsOn(int jdk) {
		return this != VIRTUAL_THREADS || jdk >= 21;
	}

	/** What it is and what is asked of it. */
	String describe() {
		String asked = switch (this) {
			case JUNIT -> "a leaking test fails, a clean one passes";
			case NO_WEB -> "wrapping, owners, health, meters";
			default -> this.behaviours.stream().map(Behaviour::toString).collect(Collectors.joining(", "));
		};
		return "**" + this.label + "**: " + asked;
	}

	@Override
	public String toString() {
		return this.label;
	}

}
