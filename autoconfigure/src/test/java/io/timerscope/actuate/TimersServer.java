package io.timerscope.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.timerscope.ledger.TaskLedger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real application on a real server that shows a ledger.
 */
final class TimersServer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final HttpClient http = HttpClient.newHttpClient();

	private final String url;

	private TimersServer(ConfigurableApplicationContext context, String path) {
		this.context = context;
		String port = context.getEnvironment()
			.getProperty("local.management.port", context.getEnvironment().getProperty("local.server.port", ""));
		this.url = "http://localhost:" + port + path;
	}

	static TimersServer start(Kind kind, TaskLedger ledger, String... properties) {
		return startAt("/actuator/timers", kind, ledger, properties);
	}

	static TimersServer startAt(String path, Kind kind, TaskLedger ledger, String... properties) {
		return startAt(path, kind, ledger, Application.class, properties);
	}

	/** Behind Spring Security as the application configures it. */
	static TimersServer secured(String path, Kind kind, TaskLedger ledger, Class<?> security, String... properties) {
		return startAt(path, kind, ledger, security,
				Stream.concat(Stream.of(SecurityOnDemand.WANTED + "=true"), Arrays.stream(properties))
					.toArray(String[]::new));
	}

	private static TimersServer startAt(String path, Kind kind, TaskLedger ledger, Class<?> further,
			String... properties) {
		List<String> all = new ArrayList<>(List.of("server.port=0", "spring.main.banner-mode=off",
				"logging.level.root=warn", "management.endpoints.web.exposure.include=*",
				"spring.autoconfigure.exclude=" + kind.excludes()));
		all.addAll(Arrays.asList(properties));
		return new TimersServer(new SpringApplicationBuilder(Application.class, further).web(kind.type)
			.initializers((context) -> ((GenericApplicationContext) context).registerBean("ledger", TaskLedger.class,
					() -> ledger))
			.properties(all.toArray(String[]::new))
			.run(), path);
	}

	String url() {
		return this.url;
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	HttpResponse<byte[]> send(String method, String tail, Map<String, String> headers) {
		return send(method, tail, headers, HttpRequest.BodyPublishers.noBody());
	}

	HttpResponse<byte[]> post(String tail, String json) {
		return send("POST", tail, Map.of("Accept", "*/*", "Content-Type", "application/json"),
				HttpRequest.BodyPublishers.ofString(json));
	}

	private HttpResponse<byte[]> send(String method, String tail, Map<String, String> headers,
			HttpRequest.BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + tail)).method(method, body);
		headers.forEach(request::header);
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	HttpResponse<byte[]> get(String tail) {
		return send("GET", tail, Map.of("Accept", "*/*"));
	}

	JsonNode json(String tail) {
		return JsonMapper.shared().readTree(get(tail).body());
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** The servers that the endpoint is served by. */
	enum Kind {

		TOMCAT(WebApplicationType.SERVLET, "jetty"), JETTY(WebApplicationType.SERVLET, "tomcat"),
		NETTY(WebApplicationType.REACTIVE, "jetty", "tomcat");

		private final WebApplicationType type;

		private final List<String> others;

		Kind(WebApplicationType type, String... others) {
			this.type = type;
			this.others = List.of(others);
		}

		private String excludes() {
			return String.join(",",
					this.others.stream()
						.flatMap((name) -> Stream
							.of("servlet.%sServletWebServer", "reactive.%sReactiveWebServer",
									"actuate.web.server.%sServletManagementContext",
									"actuate.web.server.%sReactiveManagementContext")
							.map((it) -> "org.springframework.boot." + name + ".autoconfigure."
									+ it.formatted(capitalized(name)) + "AutoConfiguration"))
						.toList());
		}

		private static String capitalized(String name) {
			return Character.toUpperCase(name.charAt(0)) + name.substring(1);
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
