package io.timerscope.compatibility;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import com.jayway.jsonpath.JsonPath;

/** Whoever uses the application and asks its endpoints. */
final class Client {

	private final HttpClient http = HttpClient.newHttpClient();

	private final RunningApplication application;

	private final List<Integer> ports;

	Client(RunningApplication application) throws Exception {
		this.application = application;
		this.ports = application.ports();
	}

	RunningApplication application() {
		return this.application;
	}

	HttpResponse<String> get(String path, String... headers) throws Exception {
		return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
	}

	HttpResponse<String> delete(String path) throws Exception {
		return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
	}

	HttpResponse<String> post(String path, String json) throws Exception {
		return send("POST", path, HttpRequest.BodyPublishers.ofString(json), "Content-Type", "application/json");
	}

	String body(String path) throws Exception {
		HttpResponse<String> response = get(path);
		if (response.statusCode() != 200) {
			throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
		}
		return response.body();
	}

	/** Something in the JSON at a path. */
	@SuppressWarnings("TypeParameterUnusedInFormals") // as JsonPath does
	<T> T read(String path, String expression) throws Exception {
		return JsonPath.read(body(path), expression);
	}

	WebSocket socket(String path) {
		return this.http.newWebSocketBuilder()
			.buildAsync(URI.create("ws://localhost:" + this.ports.get(0) + path), new WebSocket.Listener() {
			})
			.join();
	}

	HttpResponse<String> anonymous(String path) throws Exception {
		return this.http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher content, String... headers)
			throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
			.timeout(Duration.ofSeconds(20))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString("shop:secret".getBytes(StandardCharsets.UTF_8)))
			.method(method, content);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		int port = path.startsWith("/actuator") ? this.ports.get(this.ports.size() - 1) : this.ports.get(0);
		return URI.create("http://localhost:" + port + path);
	}

}
