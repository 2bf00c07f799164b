package io.timerscope.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("long")
class StressTests {

	@TempDir
	private Path folder;

	@Test
	void noInterleavingEndsATaskTwiceOrNever() throws Exception {
		Path log = this.folder.resolve("stress.log");
		Process stress = new ProcessBuilder(
				List.of(java(), "-cp", System.getProperty("java.class.path"), "org.openjdk.jcstress.Main", "-t",
						"io.timerscope.benchmarks.stress", "-m", "sanity", "-sc", "false", "-time", "500", "-iters",
						"4", "-v", "-jvmArgs", "-Xmx256m", "-r", this.folder.resolve("results").toString()))
			.directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		assertThat(stress.waitFor(5, TimeUnit.MINUTES)).isTrue();
		String output = Files.readString(log);
		assertThat(stress.exitValue()).as(output).isZero();
		assertThat(output)
			.contains("RunVersusCancel", "OwnerEndVersusRun", "SnapshotVersusEverything", "ShutdownNowVersusRun",
					"ScheduleVersusOwnerEnd", "OwnerEndVersusCancel")
			.doesNotContain("FAILED", "FORBIDDEN");
	}

	private static String java() {
		return String.join(File.separator, System.getProperty("java.home"), "bin", "java");
	}

}
