package io.timerscope.errorprone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The checks, asked about the sources of this module. The build asks them about all the
 * others, as errors: they are compiled with the jar of this one.
 */
class OwnSourcesTests {

	@TempDir
	private Path output;

	@Test
	void theChecksFindNothingInThemselves() throws Exception {
		assertThat(compile(OwnSources.of("error-prone"))).isEmpty();
	}

	@Test
	void aLeakAmongThemIsFound() throws Exception {
		List<Path> sources = new ArrayList<>(OwnSources.of("error-prone"));
		sources.add(Files.writeString(this.output.resolve("Leak.java"), """
				package io.timerscope.errorprone;

				import java.util.Timer;

				final class Leak {

					private final Timer timer = new Timer();

				}
				"""));
		assertThat(compile(sources)).extracting(Report::check).containsExactly("SchedulerNeverShutDown");
	}

	@Test
	void everyOtherModuleIsCompiledWithEveryCheckAsAnError() throws IOException {
		String build = Files.readString(Path.of("..", "pom.xml"));
		assertThat(Checks.NAMES).filteredOn((check) -> !build.contains("-Xep:" + check + ":ERROR"))
			.containsExactly("TaskHandleOverwritten");
	}

	private List<Report> compile(List<Path> sources) throws IOException, InterruptedException {
		ForkedCompiler running = ForkedCompiler.present().get(0);
		return running.compile(sources, this.output, "--add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
				"--add-exports=jdk.compiler/com.sun.tools.javac.tree=ALL-UNNAMED",
				"--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED");
	}

}
