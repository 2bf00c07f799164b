package io.timerscope.sample.soak;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

/** Talks to one server. */
final class Http {

	/** Findings and owners have letters in their ids. */
	private static final Pattern TASK = Pattern.compile("\\{\\s*\"id\"\\s*:\\s*\"(\\d+)\"");

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String server;

	Http(int port) {
		this.server = "127.0.0.1:" + port;
	}

	HttpClient client() {
		return this.client;
	}

	URI uri(String scheme, String path) {
		return URI.create(scheme + "://" + this.server + path);
	}

	/** What the server answers, which has to be a success. */
	String send(String method, String path, String body) throws IOException, InterruptedException {
		HttpResponse<String> response = request(method, path, body);
		if (response.statusCode() >= 300) {
			throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
		}
		return response.body();
	}

	/** Leaves after the first bytes. */
	void watch(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri("http", path)).build();
		try (InputStream stream = this.client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
			if (stream.read() < 0) {
				throw new IllegalStateException(path + " sent nothing");
			}
		}
	}

	/** As an operator does, by the endpoint. */
	void cancelLeaks() throws IOException, InterruptedException {
		List<String> leaked = leaked();
		while (!leaked.isEmpty()) {
			for (String id : leaked) {
				request("DELETE", "/actuator/timers/" + id, "");
			}
			leaked = leaked();
		}
	}

	private List<String> leaked() throws IOException, InterruptedException {
		String answer = send("GET", "/actuator/timers?state=leaked&limit=1000", "");
		return TASK.matcher(answer).results().map((it) -> it.group(1)).toList();
	}

	private HttpResponse<String> request(String method, String path, String body)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri("http", path))
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofString());
	}

}
