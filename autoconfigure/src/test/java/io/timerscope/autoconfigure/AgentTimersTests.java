package io.timerscope.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.acme.timers.TimersApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All kinds of timers that are no beans, leaking beside careful, with the agent: each
 * leak has its line and its owner, nothing else is accused, and a closed application is
 * let go, whether others follow it or live beside it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentTimersTests {

	private static final String SHOP = "com.acme.timers.LeakingShop.";

	private static final String[] REACTOR = { "reactor-core-.*", "reactive-streams-.*", "jakarta.annotation-api-.*" };

	private static final List<String> WAYS = Stream
		.of("byFactory", "byConstructor", "byTimer", "byReactor", "byForkJoinPool")
		.filter((way) -> Runtime.version().feature() >= 25 || !way.equals("byForkJoinPool"))
		.toList();

	private List<String> output = List.of();

	@BeforeAll
	void run(@TempDir Path directory) throws Exception {
		ProcessBuilder lean = LeanJvm.of(TimersApplication.class, List.of("--timerscope.interval=50ms",
				"--timerscope.beans.grace=0s", "--spring.main.banner-mode=off", "--logging.level.root=off"),
				LeanJvm.BARE, REACTOR);
		lean.command().add(1, "-javaagent:" + AgentJar.agent(directory));
		Process process = lean.start();
		String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(text).isZero();
		this.output = text.lines().toList();
	}

	@Test
	void everyLeakHasItsLineAndItsOwnerAndNothingElseIsAccused() {
		assertLeaks("first");
	}

	@Test
	void whatIsLeftWhenAnotherHasClosedSeesTheSame() {
		assertLeaks("other alone");
	}

	@Test
	void ofTwoAtOnceNoneIsCountedTwiceAndNothingIsFalse() {
		assertNothingFalse("one");
		assertNothingFalse("other");
	}

	@Test
	void ofTwoAtOnceARunIsNotedOnce() {
		assertThat(linesOf("ran")).containsExactly("ran: WAITING, runs 1");
	}

	@Test
	void aClosedApplicationIsLetGo() {
		assertThat(this.output).contains("first is let go: true", "one is let go: true", "other is let go: true");
	}

	private void assertLeaks(String label) {
		assertThat(linesOf(label, "leak ")).hasSameSizeAs(WAYS);
		for (String way : WAYS) {
			assertThat(linesOf(label, "leak ")).filteredOn((line) -> line.contains(" at " + SHOP + way + "("))
				.singleElement()
				.asString()
				.contains("outlived-bean");
			assertThat(linesOf(label, "task ")).filteredOn((line) -> line.contains("task " + SHOP + way + "("))
				.singleElement()
				.asString()
				.contains(way.equals("byReactor") ? " on reactor:parallel " : " on " + SHOP + way + "(")
				.endsWith(" of bean leakingShop leaked");
		}
		assertThat(linesOf(label, "task ")).filteredOn((line) -> !line.contains("LeakingShop"))
			.hasSameSizeAs(WAYS)
			.allSatisfy((line) -> assertThat(line).contains("CarefulShop.").endsWith(" of bean steadyShop"));
		assertThat(linesOf(label, "problem ")).isEmpty();
		assertThat(linesOf(label, "errors ")).containsExactly(label + ": errors 0");
	}

	private void assertNothingFalse(String label) {
		assertThat(linesOf(label, "leak ")).isEmpty();
		assertThat(linesOf(label, "problem ")).isEmpty();
		assertThat(linesOf(label, "task ")).hasSize(3 * WAYS.size()).noneMatch((line) -> line.endsWith(" leaked"));
		assertThat(linesOf(label, "errors ")).containsExactly(label + ": errors 0");
	}

	private List<String> linesOf(String... words) {
		return this.output.stream().filter((line) -> line.startsWith(String.join(": ", words))).toList();
	}

}
