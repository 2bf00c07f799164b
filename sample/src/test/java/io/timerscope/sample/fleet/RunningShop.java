package io.timerscope.sample.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

import io.timerscope.sample.SampleApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The shop, started on a free port and driven by HTTP. */
final class RunningShop implements AutoCloseable {

	private final HttpClient http = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	RunningShop(String... options) {
		this(new Class<?>[] { SampleApplication.class }, options);
	}

	/** With something of the test's beside the shop. */
	RunningShop(Class<?> beside, String... options) {
		this(new Class<?>[] { SampleApplication.class, beside }, options);
	}

	private RunningShop(Class<?>[] sources, String... options) {
		List<String> all = new ArrayList<>(List.of(options));
		all.add("--server.port=0");
		all.add("--timerscope.leaks.min-owners=1"); // one order is enough
		this.context = SpringApplication.run(sources, all.toArray(String[]::new));
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** Places an order that somebody is reminded of for ever, as after each other one. */
	void leak() throws IOException, InterruptedException {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/leaking/orders"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"customer\":\"Ada\"}")));
		if (answer.statusCode() != 201) {
			throw new IllegalStateException("the order was not placed: " + answer);
		}
	}

	/** Cancels what has leaked, as somebody on call would. */
	void cancelLeaks() throws IOException, InterruptedException {
		for (JsonNode task : timers("?state=leaked").get("tasks")) {
			HttpResponse<String> answer = send(
					HttpRequest.newBuilder(uri("/actuator/timers/" + task.get("id").asString())).DELETE());
			if (answer.statusCode() != 204) {
				throw new IllegalStateException("the task was not cancelled: " + answer);
			}
		}
	}

	JsonNode timers(String query) throws IOException, InterruptedException {
		return JsonMapper.shared()
			.readTree(send(HttpRequest.newBuilder(uri("/actuator/timers" + query)).header("Accept", "application/json"))
				.body());
	}

	int status(String method, String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody())).statusCode();
	}

	String text(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path))).body();
	}

	/** What a Prometheus that knows exemplars gets. */
	String openMetrics() throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri("/actuator/prometheus"))
			.header("Accept", "application/openmetrics-text; version=1.0.0")).body();
	}

	@Override
	public void close() {
		this.context.close();
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + port() + path);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

}
