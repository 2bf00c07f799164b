package io.timerscope.sample.soak;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Customers over HTTP, careful and leaking. Used by one thread. */
final class Customers {

	private static final Pattern ID = Pattern.compile("\"id\":\"?([^,\"}]+)");

	/** Findings and owners have letters in their ids. */
	private static final Pattern TASK = Pattern.compile("\\{\\s*\"id\"\\s*:\\s*\"(\\d+)\"");

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String shop;

	private int leaks;

	Customers(int port) {
		this.shop = "http://127.0.0.1:" + port;
	}

	/** How many tasks they have left behind. */
	int leaks() {
		return this.leaks;
	}

	void shop(int second) throws IOException, InterruptedException {
		order("/careful/orders");
		fillCart("/careful/carts");
		watchPrices("/careful/prices");
		if (second % 2 == 0) {
			order("/leaking/orders");
			watchPrices("/leaking/prices");
			this.leaks += 2;
		}
		if (second % 10 == 0) {
			send("PUT", "/lasting/sales-report?every=PT1S", "");
		}
		if (second % 60 == 0) {
			send("POST", "/lasting/review-reminders?customer=soak", "");
			watchPrices("/lasting/news");
		}
	}

	private void order(String path) throws IOException, InterruptedException {
		String order = send("POST", path, "{\"customer\":\"soak\"}");
		send("POST", path + "/" + id(order) + "/payment", "");
	}

	private void fillCart(String path) throws IOException, InterruptedException {
		send("POST", path + "/" + id(send("POST", path, "")) + "/checkout", "");
	}

	/** Leaves after the first bytes. */
	private void watchPrices(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.shop + path)).build();
		try (InputStream prices = this.http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
			if (prices.read() < 0) {
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

	private String send(String method, String path, String body) throws IOException, InterruptedException {
		HttpResponse<String> response = request(method, path, body);
		if (response.statusCode() >= 300) {
			throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
		}
		return response.body();
	}

	private HttpResponse<String> request(String method, String path, String body)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.shop + path))
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

	private static String id(String answer) {
		Matcher id = ID.matcher(answer);
		if (!id.find()) {
			throw new IllegalStateException("no id in " + answer);
		}
		return id.group(1);
	}

}
