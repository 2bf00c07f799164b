package io.timerscope.webflux;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.acme.flux.PriceApplication;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.TaskLedger;
import reactor.core.scheduler.Schedulers;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A real application, and a client for it. */
final class WebFluxServer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final HttpClient http = HttpClient.newHttpClient();

	private final int port;

	WebFluxServer(String contextPropagation, String... more) {
		this(Container.NETTY, contextPropagation, more);
	}

	WebFluxServer(Container container, String contextPropagation, String... more) {
		Schedulers.shutdownNow(); // those of other tests, which knew no Timerscope
		this.context = new SpringApplicationBuilder(PriceApplication.class).web(WebApplicationType.REACTIVE)
			.properties("server.port=0", "spring.main.banner-mode=off", "logging.level.root=off",
					"timerscope.requests.grace=0s", "timerscope.sessions.grace=0s",
					"management.endpoints.web.exposure.include=timers",
					"spring.reactor.context-propagation=" + contextPropagation, "price.server=" + container,
					"spring.autoconfigure.exclude=" + container.others())
			.properties(more)
			.run();
		this.port = this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	int port() {
		return this.port;
	}

	TaskLedger ledger() {
		return this.context.getBean(TaskLedger.class);
	}

	List<TaskSnapshot> live(String ownerName) {
		return tasks(TaskQuery.States.LIVE, OwnerKind.REQUEST, ownerName);
	}

	List<TaskSnapshot> outlived(String ownerName) {
		return tasks(TaskQuery.States.OUTLIVED, OwnerKind.REQUEST, ownerName);
	}

	List<TaskSnapshot> ended(String ownerName) {
		return tasks(TaskQuery.States.ENDED, OwnerKind.REQUEST, ownerName);
	}

	List<TaskSnapshot> withoutRequest() {
		return tasks(TaskQuery.States.LIVE, OwnerKind.BEAN, null);
	}

	private List<TaskSnapshot> tasks(TaskQuery.States states, OwnerKind kind, String ownerName) {
		TaskQuery query = new TaskQuery(states, null, kind, ownerName, null, 1000, 0);
		return ledger().read().snapshot(query).page().tasks();
	}

	List<TaskSnapshot> ofSessions(TaskQuery.States states, String path) {
		return tasks(states, OwnerKind.SESSION, path);
	}

	WebSocket connect(String path) {
		return this.http.newWebSocketBuilder()
			.buildAsync(URI.create("ws://localhost:" + this.port + path), new WebSocket.Listener() {
			})
			.join();
	}

	int get(String path) {
		return answer(path).statusCode();
	}

	HttpResponse<String> answer(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build();
		return this.http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
	}

	/** Sends a request and resets the connection once told to. */
	void abort(String path, Runnable before) {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			before.run();
			socket.setSoLinger(true, 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** All are on the class path; the others are left out. */
	enum Container {

		NETTY("org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration"),

		TOMCAT("org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration"),

		JETTY("org.springframework.boot.jetty.autoconfigure.reactive.JettyReactiveWebServerAutoConfiguration");

		private final String configuration;

		Container(String configuration) {
			this.configuration = configuration;
		}

		private String others() {
			return Stream.of(values())
				.filter((other) -> other != this)
				.map((other) -> other.configuration)
				.collect(Collectors.joining(","));
		}

	}

}
