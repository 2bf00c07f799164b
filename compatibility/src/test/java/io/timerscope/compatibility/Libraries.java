package io.timerscope.compatibility;

import java.util.List;
import java.util.stream.Stream;

/** What an application is made of, by the names of Spring Boot's starters. */
enum Libraries {

	SERVLET(Part.ACTUATOR, Part.of("web")),

	SERVLET_ON_JETTY(Part.ACTUATOR, Part.of("web"), Part.of("jetty")),

	SOCKETS(Part.ACTUATOR, Part.of("websocket")),

	SOCKETS_ON_JETTY(Part.ACTUATOR, Part.of("websocket"), Part.of("jetty")),

	WEBFLUX(Part.ACTUATOR, Part.of("webflux"), new Part("io.micrometer", "context-propagation", null)),

	SECURED(Part.ACTUATOR, Part.of("web"), Part.of("security")),

	NO_WEB(Part.ACTUATOR),

	NO_ACTUATOR(Part.of("web")),

	TESTS(Part.ACTUATOR, Part.of("test"), new Part("org.junit.platform", "junit-platform-launcher", null));

	private final List<Part> parts;

	Libraries(Part... parts) {
		this.parts = List.of(parts);
	}

	/**
	 * Those that are looked at on a Spring Boot. Of the milestones of 4.2 not every
	 * module is in Maven Central.
	 */
	static List<Libraries> on(String boot) {
		if (boot.startsWith("4.2")) {
			return List.of(NO_ACTUATOR);
		}
		return boot.matches("2\\..*|3\\.[0-4]\\..*") ? List.of(SERVLET, NO_WEB) : List.of(values());
	}

	/** What our own artifacts bring too. */
	List<Part> dependencies() {
		return Stream
			.concat(this.parts.stream(), Stream.of(Part.of(null), new Part("org.jspecify", "jspecify", "1.0.0")))
			.toList();
	}

	boolean jetty() {
		return this == SERVLET_ON_JETTY || this == SOCKETS_ON_JETTY;
	}

	/**
	 * A dependency.
	 *
	 * @param group its group
	 * @param artifact its name
	 * @param version its version, or {@code null} for that of Spring Boot
	 */
	record Part(String group, String artifact, String version) {

		static final Part ACTUATOR = of("actuator");

		static Part of(String starter) {
			return new Part("org.springframework.boot",
					"spring-boot-starter" + ((starter == null) ? "" : "-" + starter), null);
		}

	}

}
