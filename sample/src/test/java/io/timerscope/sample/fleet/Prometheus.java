package io.timerscope.sample.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Prometheus on loopback that runs our configuration and rules against shops,
 * faster: see {@link Observability}.
 */
final class Prometheus implements AutoCloseable {

	private final HttpClient http = HttpClient.newHttpClient();

	private final Daemon process;

	Prometheus(Path folder, int shop) throws IOException {
		this(folder, 9093, List.of(shop));
	}

	Prometheus(Path folder, int alertmanager, List<Integer> shops) throws IOException {
		Path configuration = Observability.copy(folder, alertmanager, shops);
		this.process = Daemon.start(folder, "prometheus",
				(port) -> List.of("prometheus", "--config.file=" + configuration,
						"--storage.tsdb.path=" + folder.resolve("data"), "--web.listen-address=127.0.0.1:" + port));
	}

	/** The states of an alert's instances: none, pending, firing. */
	List<String> states(String alert) throws IOException, InterruptedException {
		return StreamSupport.stream(get("alerts").get("alerts").spliterator(), false)
			.filter((it) -> it.get("labels").get("alertname").asString().equals(alert))
			.map((it) -> it.get("state").asString())
			.toList();
	}

	/** The values that a query gives now. */
	List<String> query(String query) throws IOException, InterruptedException {
		JsonNode result = get("query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)).get("result");
		return StreamSupport.stream(result.spliterator(), false)
			.map((it) -> it.get("value").get(1).asString())
			.toList();
	}

	@Override
	public void close() throws InterruptedException {
		this.process.close();
	}

	private JsonNode get(String path) throws IOException, InterruptedException {
		URI uri = URI.create("http://127.0.0.1:" + this.process.port() + "/api/v1/" + path);
		JsonNode answer = JsonMapper.shared()
			.readTree(this.http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
		if (!answer.get("status").asString().equals("success")) {
			throw new IllegalStateException(answer.toString());
		}
		return answer.get("data");
	}

}
