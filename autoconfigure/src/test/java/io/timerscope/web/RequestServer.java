package io.timerscope.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.acme.requests.CartController;
import com.acme.requests.ErrorPage;
import com.acme.requests.RequestApplication;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.TaskLedger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A real application on a real server, and a client for it. */
final class RequestServer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final HttpClient http = HttpClient.newHttpClient();

	private final int port;

	RequestServer(Container container, String... properties) {
		List<String> all = new ArrayList<>(
				List.of("server.port=0", "spring.main.banner-mode=off", "logging.level.root=warn",
						"timerscope.requests.grace=0s", "spring.autoconfigure.exclude=" + container.other));
		all.addAll(Arrays.asList(properties));
		this.context = new SpringApplicationBuilder(RequestApplication.class).web(WebApplicationType.SERVLET)
			.properties(all.toArray(String[]::new))
			.run();
		this.port = this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	TaskLedger ledger() {
		return this.context.getBean(TaskLedger.class);
	}

	OpenRequests open() {
		return this.context.getBean(OpenRequests.class);
	}

	int port() {
		return this.port;
	}

	ErrorPage errorPage() {
		return this.context.getBean(ErrorPage.class);
	}

	CartController carts() {
		return this.context.getBean(CartController.class);
	}

	List<TaskSnapshot> live(String ownerName) {
		return tasks(TaskQuery.States.LIVE, ownerName);
	}

	List<TaskSnapshot> outlived(String ownerName) {
		return tasks(TaskQuery.States.OUTLIVED, ownerName);
	}

	List<TaskSnapshot> ended(String ownerName) {
		return tasks(TaskQuery.States.ENDED, ownerName);
	}

	private List<TaskSnapshot> tasks(TaskQuery.States states, String ownerName) {
		TaskQuery query = new TaskQuery(states, null, OwnerKind.REQUEST, ownerName, null, 1000, 0);
		return ledger().read().snapshot(query).page().tasks();
	}

	CompletableFuture<HttpResponse<String>> get(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build();
		return this.http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
	}

	/** Reads the first bytes of the answer and resets the connection. */
	void abort(String path) {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			InputStream answer = socket.getInputStream();
			for (int i = 0; i < 64; i++) {
				answer.read();
			}
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

	/** Both are on the class path; the other one is left out. */
	enum Container {

		TOMCAT("org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration"),

		JETTY("org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration");

		private final String other;

		Container(String other) {
			this.other = other;
		}

		String other() {
			return this.other;
		}

	}

}
