package io.timerscope.autoconfigure;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.acme.handmade.HandmadeApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The agent in a JVM of its own, beside the starter and without it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentTests {

	private static final String EXCLUDED = "--timerscope.exclude-beans=excludedPool";

	private Path directory;

	private Path agent;

	@BeforeAll
	void makeAgent(@TempDir Path directory) throws Exception {
		this.directory = directory;
		this.agent = AgentJar.agent(directory);
	}

	@Test
	void poolsAndTimersThatAreNoBeansAreTrackedByTheLineThatMadeThem() throws Exception {
		String output = run(classPath(), List.of(), EXCLUDED);
		assertTracked(output);
		assertHarmless(output);
		assertThat(output).contains("works after close: true", "ledger is let go: true");
	}

	@Test
	void theStarterMayBeInANestedJar() throws Exception {
		ProcessBuilder lean = LeanJvm.of(HandmadeApplication.class, List.of(), LeanJvm.BARE);
		List<Path> entries = Arrays.stream(lean.command().get(2).split(File.pathSeparator)).map(Path::of).toList();
		Path jar = AgentJar.executable(this.directory, HandmadeApplication.class, entries);
		String output = start(List.of("-javaagent:" + this.agent, "-jar", jar.toString(), EXCLUDED));
		assertTracked(output);
		assertHarmless(output);
	}

	@Test
	void whatIsSwitchedOffIsNotTracked() throws Exception {
		assertThat(start(List.of("-javaagent:" + this.agent, "-cp", classPath(), HandmadeApplication.class.getName(),
				"--timerscope.enabled=false")))
			.contains("the task is the user's: true")
			.doesNotContain("Timerscope: the agent");
	}

	@Test
	void withoutTheStarterTheAgentSaysSoAndDoesNothing() throws Exception {
		assertThat(start(List.of("-javaagent:" + this.agent, "--version")))
			.contains("Timerscope: the agent does nothing, since there is no timerscope-spring-boot-starter");
	}

	@Test
	void aNativeImageIsRefused() throws Exception {
		assertThat(
				start(List.of("-javaagent:" + this.agent, "-Dorg.graalvm.nativeimage.imagecode=runtime", "--version")))
			.contains("Timerscope: the agent does nothing in a native image");
	}

	@Test
	void anUnknownArgumentIsSaidAndTheApplicationStarts() throws Exception {
		assertThat(start(List.of("-javaagent:" + this.agent + "=sometimes", "-cp", classPath(),
				HandmadeApplication.class.getName(), EXCLUDED)))
			.contains("Timerscope: the agent does not know the argument \"sometimes\"")
			.contains("errors 0");
	}

	private static void assertTracked(String output) {
		assertThat(output).containsPattern("tracked com\\.acme\\.handmade\\.HandmadeApplication\\.<clinit>"
				+ "\\(HandmadeApplication\\.java:\\d+\\) \\S+ live 0 failed 1 cancelled 1");
		assertThat(output).containsPattern("tracked com\\.acme\\.handmade\\.Kitchen\\.<init>\\(Kitchen\\.java:\\d+\\) "
				+ "java\\.util\\.concurrent\\.ScheduledThreadPoolExecutor live 1 failed 0 cancelled 0");
		assertThat(output).containsPattern(
				"tracked com\\.acme\\.handmade\\.Kitchen\\.<init>\\(Kitchen\\.java:\\d+\\) java\\.util\\.Timer live 1")
			.containsPattern("java\\.util\\.Timer live 0 failed 0 cancelled 1");
		assertThat(output).containsPattern("task com\\.acme\\.handmade\\.Kitchen\\.<init>\\(Kitchen\\.java:\\d+\\) on "
				+ "com\\.acme\\.handmade\\.Kitchen\\.<init>\\(Kitchen\\.java:\\d+\\) of bean kitchen runs 1");
		assertThat(output).contains("left alone excludedPool: it is excluded by timerscope.exclude-beans: excludedPool")
			.contains((Runtime.version().feature() >= 25) ? "tracked ForkJoinPool.commonPool "
					: "tracked CompletableFuture ")
			.contains("errors 0")
			.doesNotContain("errors 1");
		assertThat(output.lines().filter((line) -> line.contains("HandmadeApplication.excludedPool"))).isEmpty();
	}

	private static void assertHarmless(String output) {
		assertThat(output.lines().filter((line) -> line.endsWith(": false"))).isEmpty();
		assertThat(output).contains("the task is the user's: true", "what runs is what the caller got: true",
				"the class is the JDK's: true", "it names the task: true", "the queue has it: true",
				"it can be removed: true", "it can be cancelled once: true", "and is removed then: true",
				"a shutdown drops what the policy says: true", "it ends: true",
				"then it refuses: RejectedExecutionException");
	}

	private static String classPath() {
		return LeanJvm.of(HandmadeApplication.class, List.of(), LeanJvm.BARE).command().get(2);
	}

	private String run(String classPath, List<String> options, String... arguments) throws Exception {
		return start(Stream
			.of(options.stream(), Stream.of("-javaagent:" + this.agent, "-cp", classPath),
					Stream.of(HandmadeApplication.class.getName()), Stream.of(arguments))
			.flatMap((it) -> it)
			.toList());
	}

	private static String start(List<String> arguments) throws Exception {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-XX:TieredStopAtLevel=1");
		command.addAll(arguments);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
