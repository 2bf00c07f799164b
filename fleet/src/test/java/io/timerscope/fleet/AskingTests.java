package io.timerscope.fleet;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How instances are found and asked, and what becomes of those that say nothing.
 */
class AskingTests {

	private final SimulatedInstances instances = start();

	@TempDir
	Path folder;

	@AfterEach
	void stop() {
		this.instances.close();
	}

	@Test
	void whoSaysNothingOfUseIsListedWithTheReasonAndFailsNothing() throws IOException {
		this.instances.add("good", Said.nothing().leak("Orders.place", 42, 10).answer());
		this.instances.add("disabled", SimulatedInstances.status(404));
		this.instances.add("locked", SimulatedInstances.status(401));
		this.instances.add("signin", SimulatedInstances.status(302));
		this.instances.add("broken", SimulatedInstances.status(500));
		this.instances.add("foreign", SimulatedInstances.json("{\"timers\": []}"));
		this.instances.add("page", SimulatedInstances.json("<html>"));
		String down = "127.0.0.1:" + closedPort();
		Ran ran = ran("--retries", "0", down, "no-such-host.invalid:8080");
		assertThat(ran.exit()).isZero();
		assertThat(ran.out()).contains("9 instances asked, 1 answered, 8 did not.")
			.containsPattern("/disabled/.*disabled: HTTP 404")
			.containsPattern("/locked/.*refused: HTTP 401")
			.containsPattern("/signin/.*refused: HTTP 302, which is not followed")
			.containsPattern("/broken/.*failed: HTTP 500")
			.containsPattern("/foreign/.*foreign: the answer is not Timerscope's")
			.containsPattern("/page/.*foreign")
			.containsPattern(down + " .*unreachable")
			.containsPattern("no-such-host.invalid:8080 .*unreachable: no such host");
	}

	@Test
	void ifNobodyAnswersTheReportIsWrittenAndTheCommandFails() throws IOException {
		Path json = this.folder.resolve("report.json");
		this.instances.add("disabled", SimulatedInstances.status(404));
		Ran ran = ran("--json", json.toString());
		assertThat(ran.exit()).isEqualTo(2);
		assertThat(ran.err()).contains("no instance answered");
		assertThat(Files.readString(json)).contains("\"why\" : \"disabled\"");
	}

	@Test
	void whoIsBusyIsAskedAgain() {
		this.instances.add("busy", (exchange) -> {
			if (this.instances.asked("busy") == 1) {
				SimulatedInstances.send(exchange, 503, new byte[0]);
			}
			else {
				Said.nothing().leak("Orders.place", 42, 10).answer().send(exchange);
			}
		});
		assertThat(ran().out()).contains("Orders.place").contains("1 answered");
		assertThat(this.instances.asked("busy")).isEqualTo(2);
	}

	@Test
	void whoSaysNoIsNotAskedAgain() {
		this.instances.add("locked", SimulatedInstances.status(403));
		ran("--retries", "3");
		assertThat(this.instances.asked("locked")).isOne();
	}

	@Test
	void anAnswerThatComesTooSlowlyOrIsTooLargeIsGivenUp() {
		CountDownLatch never = new CountDownLatch(1);
		this.instances.add("slow", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			OutputStream body = exchange.getResponseBody();
			body.write('{');
			body.flush();
			awaitUninterruptibly(never);
		});
		this.instances.add("large", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			byte[] blanks = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
			for (int i = 0; i < 64; i++) {
				exchange.getResponseBody().write(blanks);
			}
		});
		Ran ran = ran("--timeout", "1s", "--retries", "0");
		never.countDown();
		assertThat(ran.out()).containsPattern("/slow/.*unreachable: no answer in time|/slow/.*no whole answer in time")
			.containsPattern("/large/.*unreachable: the answer is larger than 2097152 bytes");
	}

	@Test
	void whereAnotherEndpointHasTheIdTheOtherIdIsAsked() {
		String url = this.instances.add("a", SimulatedInstances.json("{\"timers\": [\"backend\"]}"));
		this.instances.document(url.substring(this.instances.url().length()) + "cope",
				Said.nothing().leak("Orders.place", 42, 10).json());
		assertThat(ran().out()).contains("1 answered").contains("Orders.place");
	}

	@Test
	void listsOfPrometheusAreReadFromFilesAndOverHttp() throws IOException {
		String port = this.instances.url().replaceFirst(".*:", "");
		this.instances.document("/actuator/timers", Said.nothing().leak("Orders.place", 42, 10).json());
		Path json = Files.writeString(this.folder.resolve("targets.json"),
				"[{\"targets\": [\"127.0.0.1:%s\"], \"labels\": {\"job\": \"shop\"}}]".formatted(port));
		Path yaml = Files.writeString(this.folder.resolve("targets.yml"),
				"# shops\n- targets: ['localhost:%s']\n  labels:\n    __scheme__: http\n    replica: 2\n"
					.formatted(port));
		String http = this.instances.document("/sd",
				"[{\"targets\": [\"127.0.0.1:%s\", \"127.0.0.1:%s\"]}]".formatted(port, closedPort()));
		Ran ran = ran("--targets", json.toString(), "--targets", yaml.toString(), "--targets", http, "--retries", "0");
		assertThat(ran.out()).contains("3 instances asked, 2 answered, 1 did not.").contains("2 of 3");
		assertThat(ran("--targets", Files.writeString(this.folder.resolve("bad"), "{\"targets\": 1}").toString()).err())
			.contains("is no list of targets");
	}

	@Test
	void aTokenOrAPasswordComesFromAFileAndGoesToInstancesOnly() throws IOException {
		this.instances.add("a", Said.nothing().answer());
		String list = this.instances.document("/sd", "[]");
		Path token = Files.writeString(this.folder.resolve("token"), "s3cret\n");
		ran("--bearer-token-file", token.toString(), "--targets", list);
		assertThat(this.instances.authorization).containsEntry("/a/actuator/timers", "Bearer s3cret")
			.containsEntry("/sd", "null");
		Path password = Files.writeString(this.folder.resolve("password"), "ada:s3cret");
		ran("--basic-auth-file", password.toString());
		assertThat(this.instances.authorization).containsEntry("/a/actuator/timers", "Basic YWRhOnMzY3JldA==");
		assertThat(ran("--basic-auth-file", password.toString(), "--bearer-token-file", token.toString()).err())
			.contains("exclude each other");
	}

	private Ran ran(String... options) {
		return Ran.fleet(this.instances.urls(), options);
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static SimulatedInstances start() {
		try {
			return new SimulatedInstances();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
