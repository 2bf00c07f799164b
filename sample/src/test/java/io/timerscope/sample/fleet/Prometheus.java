package io.timerscope.sample.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Prometheus on loopback that runs our configuration and rules against one shop,
 * faster: it looks every second, and the minutes of the rules become seconds.
 */
final class Prometheus implements AutoCloseable {

	private final HttpClient http = HttpClient.newHttpClient();

	private final int port = freePort();

	private final Process process;

	Prometheus(Path folder, int shop) throws IOException {
		Path observability = Path.of("..", "observability");
		Files.writeString(folder.resolve("timerscope-alerts.yml"),
				Files.readString(observability.resolve("timerscope-alerts.yml")).replaceAll("\\b(\\d+)m\\b", "$1s"));
		Path configuration = Files.writeString(folder.resolve("prometheus.yml"),
				Files.readString(observability.resolve("prometheus.yml"))
					.replace("interval: 15s", "interval: 1s")
					.replace("127.0.0.1:8080", "127.0.0.1:" + shop));
		this.process = new ProcessBuilder("prometheus", "--config.file=" + configuration,
				"--storage.tsdb.path=" + folder.resolve("data"), "--web.listen-address=127.0.0.1:" + this.port)
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("prometheus.out").toFile())
			.start();
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
		this.process.destroy();
		this.process.waitFor(10, TimeUnit.SECONDS);
	}

	private JsonNode get(String path) throws IOException, InterruptedException {
		URI uri = URI.create("http://127.0.0.1:" + this.port + "/api/v1/" + path);
		JsonNode answer = JsonMapper.shared()
			.readTree(this.http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
		if (!answer.get("status").asString().equals("success")) {
			throw new IllegalStateException(answer.toString());
		}
		return answer.get("data");
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException("no free port", ex);
		}
	}

}
