package io.timerscope.sample.fleet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The profile of several shops, fetched as scrapers of profiles do and read with Google's
 * own library.
 */
class ProfileScrapeTests {

	private static final String PPROF = "/usr/share/gocode/src/github.com/google/pprof/profile";

	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir
	Path folder;

	/** Alloy looks at the type and refuses an empty body; Parca asks for exactly 200. */
	@Test
	void itIsServedToWhoSaysNothingOfMediaTypes() throws Exception {
		try (RunningShop shop = new RunningShop()) {
			HttpResponse<byte[]> answer = scrape(shop);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/octet-stream");
			assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
			assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()).hasSizeBetween(1,
					4 * 1024 * 1024);
			assertThat(shop.status("GET", "/actuator/timers?format=pprof&owners=names")).isEqualTo(200);
			assertThat(shop.status("GET", "/actuator/timers?format=pprof&owners=all")).isEqualTo(400);
		}
	}

	@Test
	@RequiresProgram({ "go", PPROF })
	void profilesOfSeveralInstancesMerge() throws Exception {
		List<String> files = new ArrayList<>();
		for (int leaks = 1; leaks <= 3; leaks++) {
			try (RunningShop shop = new RunningShop()) {
				long expected = leaks;
				for (int i = 0; i < leaks; i++) {
					shop.leak();
				}
				await().atMost(Duration.ofMinutes(1))
					.until(() -> shop.timers("").get("totals").get("leaked").asLong() == expected);
				Path file = this.folder.resolve("shop-" + leaks + ".pb.gz");
				files.add(Files.write(file, scrape(shop).body()).toString());
			}
		}
		assertThat(merged(files).lines()).contains("period timers/count 1", "leaked/count 6")
			.filteredOn((line) -> line.contains("LeakingOrderController.place"))
			.containsExactly("io.timerscope.sample.orders.LeakingOrderController.place "
					+ "map[leak:[outlived-request] owner:[request] scheduler:[taskScheduler]]");
	}

	private HttpResponse<byte[]> scrape(RunningShop shop) throws IOException, InterruptedException {
		URI uri = URI.create("http://127.0.0.1:" + shop.port() + "/actuator/timers?format=pprof");
		return this.http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
	}

	private String merged(List<String> files) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of("go", "run", Path.of("src/test/resources/profile/merge.go").toAbsolutePath().toString()));
		command.addAll(files);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("GO111MODULE", "off");
		builder.environment().put("GOPATH", "/usr/share/gocode");
		builder.environment().put("GOCACHE", this.folder.resolve("go").toString());
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
