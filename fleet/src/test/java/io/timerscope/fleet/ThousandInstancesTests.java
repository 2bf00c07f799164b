package io.timerscope.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thousand instances, asked by a JVM with two processors and 256 MB.
 */
class ThousandInstancesTests {

	private static final int ALL = 1_000;

	@TempDir
	Path folder;

	@Test
	void eachIsAskedOnceAndNotTooManyAtATime() throws Exception {
		try (SimulatedInstances instances = new SimulatedInstances()) {
			String leaking = large(3);
			String clean = large(0);
			for (int i = 0; i < ALL; i++) {
				instances.add("i" + i, (i % 10 == 0) ? SimulatedInstances.status(404)
						: SimulatedInstances.json((i % 4 == 1) ? leaking : clean));
			}
			Path out = this.folder.resolve("out");
			Process process = fleet(targets(instances), out);
			assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
			assertThat(Files.readString(out)).contains("1000 instances asked, 900 answered, 100 did not.")
				.containsPattern("com.acme.Orders.place.* 250 of 1000 +750 ");
			assertThat(process.exitValue()).isZero();
			assertThat(instances.asked).allSatisfy((path, times) -> assertThat(times).hasValue(1));
			assertThat(instances.urls())
				.allMatch((url) -> instances.asked.containsKey(url.substring(instances.url().length())));
			assertThat(instances.mostAtOnce.get()).isBetween(2, 50);
		}
	}

	private Process fleet(Path targets, Path out) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:ActiveProcessorCount=2", "-cp", System.getProperty("java.class.path"), Fleet.class.getName(),
				"--targets", targets.toString(), "--timeout", "1m", "--json",
				this.folder.resolve("report.json").toString(), "--markdown",
				this.folder.resolve("report.md").toString())
			.redirectErrorStream(true)
			.redirectOutput(out.toFile())
			.start();
	}

	private Path targets(SimulatedInstances instances) throws IOException {
		return Files.writeString(this.folder.resolve("targets.json"),
				"[{\"targets\": [\"" + String.join("\", \"", instances.urls()) + "\"]}]");
	}

	/** As large as an answer is where a hundred lines schedule. */
	private static String large(int leaked) {
		Said said = Said.nothing().leak("Orders.place", 42, leaked);
		for (String letter : List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J")) {
			for (int i = 0; i < 10; i++) {
				said.leak("Service" + letter + i + ".call", i, 0);
				said.finding("outliving", "notice", "Service" + letter + i + ".call", i, 1, "2026-11-26T09:00:00Z");
			}
		}
		return said.json();
	}

}
