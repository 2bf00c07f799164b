package io.timerscope.sample.leaks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Buys from one of the two halves of the shop over HTTP.
 *
 * @param port where the shop listens
 * @param half {@code careful} or {@code leaking}
 */
record Customer(int port, String half) {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final Pattern ID = Pattern.compile("\"id\":\"?([^\",}]+)");

	void ordersAndPays() throws IOException, InterruptedException {
		post("/orders/" + id(post("/orders", "{\"customer\":\"Ada\"}")) + "/payment", "");
	}

	void fillsACartAndChecksOut() throws IOException, InterruptedException {
		post("/carts/" + id(post("/carts", "")) + "/checkout", "");
	}

	void looksAtAPriceAndLeaves() throws IOException, InterruptedException {
		HttpResponse<InputStream> prices = HTTP.send(HttpRequest.newBuilder(uri("/prices")).build(),
				BodyHandlers.ofInputStream());
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(prices.body(), StandardCharsets.UTF_8))) {
			if (!lines.readLine().startsWith("data:")) {
				throw new IllegalStateException("a price was expected");
			}
		}
	}

	private String post(String path, String body) throws IOException, InterruptedException {
		HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException(path + " answered " + answer);
		}
		return answer.body();
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + "/" + this.half + path);
	}

	private static String id(String json) {
		Matcher id = ID.matcher(json);
		if (!id.find()) {
			throw new IllegalStateException("no id in " + json);
		}
		return id.group(1);
	}

}
