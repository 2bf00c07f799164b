package io.timerscope.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.acme.sockets.ChatApplication;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.TaskLedger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.sockjs.support.SockJsHttpRequestHandler;

/** A real application with plain and STOMP endpoints on a real server, and a client. */
final class ChatServer implements AutoCloseable {

	private final HttpClient http = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	ChatServer(Container container, String... properties) {
		this(ChatApplication.class, container, properties);
	}

	ChatServer(Class<?> application, Container container, String... properties) {
		List<String> all = new ArrayList<>(List.of("server.port=0", "spring.main.banner-mode=off",
				"logging.level.root=warn", "timerscope.sessions.grace=0s", "timerscope.interval=200ms",
				"spring.autoconfigure.exclude=" + container.other, "chat.container=" + container));
		all.addAll(Arrays.asList(properties));
		this.context = new SpringApplicationBuilder(application).web(WebApplicationType.SERVLET)
			.properties(all.toArray(String[]::new))
			.run();
	}

	TaskLedger ledger() {
		return this.context.getBean(TaskLedger.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	WebSocket connect(String path) {
		return connect(path, new WebSocket.Listener() {
		});
	}

	WebSocket connect(String path, WebSocket.Listener listener, String... subprotocols) {
		String port = this.context.getEnvironment().getRequiredProperty("local.server.port");
		WebSocket.Builder builder = this.http.newWebSocketBuilder();
		if (subprotocols.length > 0) {
			builder.subprotocols(subprotocols[0], Arrays.copyOfRange(subprotocols, 1, subprotocols.length));
		}
		return builder.buildAsync(URI.create("ws://localhost:" + port + path), listener).join();
	}

	/** Opens a SockJS session by polling once, and never comes back. */
	void pollOnce(String session) {
		String port = this.context.getEnvironment().getRequiredProperty("local.server.port");
		URI uri = URI.create("http://localhost:" + port + "/sock/000/" + session + "/xhr");
		HttpRequest poll = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()).build();
		this.http.sendAsync(poll, HttpResponse.BodyHandlers.ofString()).join();
	}

	/** The sessions that SockJS knows, of all transports. */
	int sockJsSessions() {
		return this.context.getBean("stompWebSocketHandlerMapping", SimpleUrlHandlerMapping.class)
			.getHandlerMap()
			.values()
			.stream()
			.filter(SockJsHttpRequestHandler.class::isInstance)
			.map((handler) -> ((SockJsHttpRequestHandler) handler).getSockJsService())
			.mapToInt((service) -> ((Map<?, ?>) ReflectionTestUtils.getField(service, "sessions")).size())
			.sum();
	}

	static void send(WebSocket socket, String frame) {
		socket.sendText(frame + "\0", true).join();
	}

	List<TaskSnapshot> tasks(TaskQuery.States states, String owner) {
		TaskQuery query = new TaskQuery(states, null, OwnerKind.SESSION, owner, null, 100, 0);
		return ledger().read().snapshot(query).page().tasks();
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** Both are on the class path; the other one is left out. */
	enum Container {

		TOMCAT("org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration"),

		JETTY("org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration");

		private final String other;

		Container(String other) {
			this.other = other;
		}

	}

}
