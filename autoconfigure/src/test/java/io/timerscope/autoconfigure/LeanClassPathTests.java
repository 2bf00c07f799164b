package io.timerscope.autoconfigure;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.acme.lean.LeanApplication;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Applications that lack what the integrations are for, each in a JVM of its own. */
class LeanClassPathTests {

	private static final String[] BARE = { "timerscope", "core", "autoconfigure", "spring-boot-[0-9].*",
			"spring-boot-autoconfigure-[0-9].*", "spring-(aop|beans|context|core|expression)-[0-9].*", "jspecify-.*",
			"commons-logging-.*", "slf4j-api-.*", "logback-.*", "micrometer-(commons|observation)-.*" };

	private static final String[] WEB = { "spring-boot-(web-server|servlet|tomcat|webmvc|http-converter)-[0-9].*",
			"spring-(web|webmvc)-[0-9].*", "tomcat-embed-.*", "jakarta\\.servlet.*", "jakarta\\.annotation.*" };

	private static final String[] ACTUATOR = { "spring-boot-actuator-.*", "spring-boot-health-.*" };

	@Test
	void anApplicationOfNothingButSpringBootIsTracked() throws Exception {
		assertThat(start(BARE)).contains("tracked [taskScheduler], endpoint false");
	}

	@Test
	void anApplicationWithWebAndWithoutActuatorIsTracked() throws Exception {
		assertThat(start(BARE, WEB)).contains("tracked [taskScheduler], endpoint false").contains("Tomcat started");
	}

	@Test
	void anApplicationWithActuatorAndWithoutWebIsTracked() throws Exception {
		assertThat(start(BARE, ACTUATOR)).contains("tracked [taskScheduler], endpoint false")
			.doesNotContain("Tomcat started");
	}

	@Test
	void anApplicationThatTurnsUsOffIsNot() throws Exception {
		assertThat(start("--timerscope.enabled=false", BARE, WEB, ACTUATOR)).contains("tracked [], endpoint false");
	}

	private static String start(String[]... jars) throws Exception {
		return start("--spring.main.banner-mode=off", jars);
	}

	private static String start(String argument, String[]... jars) throws Exception {
		List<String> wanted = Arrays.stream(jars).flatMap(Arrays::stream).toList();
		String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> isOurs(Path.of(entry)) || isWanted(Path.of(entry).getFileName().toString(), wanted))
			.collect(Collectors.joining(File.pathSeparator));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				classPath, LeanApplication.class.getName(), "--server.port=0", argument)
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

	private static boolean isOurs(Path entry) {
		return Stream.of("classes", "test-classes").anyMatch(entry::endsWith)
				|| entry.getFileName().toString().startsWith("timerscope-");
	}

	private static boolean isWanted(String jar, List<String> patterns) {
		return patterns.stream().anyMatch(jar::matches);
	}

}
