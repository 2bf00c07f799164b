package io.timerscope.spring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import com.acme.aot.AotApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplicationAotProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that was processed ahead of time is tracked too, or starts and says why
 * not.
 */
class AheadOfTimeTests {

	@TempDir
	static Path output;

	private static Path classes;

	@BeforeAll
	static void process() throws Exception {
		classes = output.resolve("classes");
		Path sources = output.resolve("sources");
		Path resources = output.resolve("resources");
		Files.createDirectories(classes);
		run(List.of(), SpringApplicationAotProcessor.class, AotApplication.class.getName(), sources.toString(),
				resources.toString(), classes.toString(), "com.acme", "aot");
		List<String> arguments = new ArrayList<>(
				List.of("-nowarn", "-proc:none", "-classpath", classPath(), "-d", classes.toString()));
		try (Stream<Path> files = Files.walk(sources)) {
			files.filter((file) -> file.toString().endsWith(".java")).map(Path::toString).forEach(arguments::add);
		}
		int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
		assertThat(result).isZero();
	}

	@Test
	void theProxyOfTheApplicationsOwnSchedulerIsGenerated() {
		assertThat(classes.resolve("com/acme/schedulers/OwnPool$$SpringCGLIB$$0.class")).exists();
	}

	@Test
	void everySchedulerIsTrackedOnTheJvm() throws Exception {
		assertThat(run(List.of("-Dspring.aot.enabled=true"), AotApplication.class)).contains("ran true",
				"asInterface live 1", "behind live 1", "classy live 2", "ownAsInterface live 1", "ownPool live 1",
				"simple live 1", "single live 1", "greeting hello");
	}

	@Test
	void whoseEndpointHasTheIdIsDecidedAheadOfTimeToo() throws Exception {
		assertThat(run(List.of("-Dspring.aot.enabled=true"), AotApplication.class))
			.contains("endpoints Timers TimerscopeEndpoint")
			.anySatisfy((line) -> assertThat(line).contains("another endpoint has the id 'timers' (bean 'timers'"));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_25) // Boot takes no older one for a native image
	void whereNoClassCanBeGeneratedTheRestIsTrackedAndSaysWhyNot() throws Exception {
		List<String> lines = run(List.of("-Dspring.aot.enabled=true", "-Dorg.graalvm.nativeimage.imagecode=runtime"),
				AotApplication.class);
		assertThat(lines).contains("ran true", "asInterface live 1", "behind live 1", "classy live 2", "ownPool live 1",
				"simple live 1", "single live 1", "greeting hello");
		assertThat(lines).anySatisfy((line) -> assertThat(line).startsWith("ownAsInterface no proxy of its class"));
	}

	private static List<String> run(List<String> options, Class<?> main, String... arguments)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-XX:TieredStopAtLevel=1");
		command.addAll(options);
		command.addAll(List.of("-cp", classPath(), main.getName()));
		command.addAll(Arrays.asList(arguments));
		Path log = Files.createTempFile(output, "run", ".log");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		String text = Files.readString(log, StandardCharsets.UTF_8);
		assertThat(process.exitValue()).as(text).isZero();
		return text.lines().toList();
	}

	/** Without the developer tools, which would load the application anew. */
	private static String classPath() {
		String separator = System.getProperty("path.separator");
		return Stream
			.concat(Stream.of(classes.toString(), output.resolve("resources").toString()),
					Arrays.stream(System.getProperty("java.class.path").split(separator)))
			.filter((entry) -> !entry.contains("spring-boot-devtools"))
			.collect(Collectors.joining(separator));
	}

}
