package io.timerscope.junit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.acme.leaks.CartSamples;
import com.acme.leaks.RunSamples;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The agent in a JVM that does not let it in.
 */
class AttachRefusedTests {

	@Test
	void everyTestHearsWhyTheAgentIsNotThereAndWhatToDo() throws Exception {
		String output = run("-XX:+DisableAttachMechanism", "-Dtimerscope.junit.agent=true");
		assertThat(output).contains("CartSamples$LeavesTask FAILED", "CartSamples$Clean FAILED");
		assertThat(output.lines().filter((line) -> line.contains("needs to attach"))).hasSize(2)
			.allSatisfy((line) -> assertThat(line)
				.startsWith("timerscope.junit.agent=true needs to attach to the test JVM, which failed")
				.contains("without -XX:+DisableAttachMechanism")
				.contains("-javaagent:byte-buddy-agent.jar")
				.endsWith("or leave the switch off"));
		assertThat(output).doesNotContain("leaves() left");
	}

	@Test
	void withoutTheAgentTheSameJvmChecksAsEver() throws Exception {
		assertThat(run("-XX:+DisableAttachMechanism")).contains("CartSamples.LeavesTask.leaves() left 3 things behind")
			.doesNotContain("needs to attach");
	}

	private static String run(String... options) throws Exception {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
		command.addAll(List.of(options));
		command.addAll(List.of("-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				RunSamples.class.getName(), CartSamples.LeavesTask.class.getName(), CartSamples.Clean.class.getName()));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
