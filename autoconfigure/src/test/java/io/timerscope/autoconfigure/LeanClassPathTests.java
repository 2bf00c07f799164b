package io.timerscope.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.acme.lean.LeanApplication;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Applications that lack what the integrations are for, each in a JVM of its own. */
class LeanClassPathTests {

	private static final String[] WEB = { "spring-boot-(web-server|servlet|tomcat|webmvc|http-converter)-[0-9].*",
			"spring-(web|webmvc)-[0-9].*", "tomcat-embed-.*", "jakarta\\.servlet.*", "jakarta\\.annotation.*" };

	private static final String[] MOCKITO = { "mockito-core-.*", "byte-buddy-.*", "objenesis-.*" };

	private static final String[] ACTUATOR = { "spring-boot-actuator-.*", "spring-boot-health-.*" };

	@Test
	void anApplicationOfNothingButSpringBootIsTracked() throws Exception {
		assertThat(start(LeanJvm.BARE)).contains("tracked [taskScheduler], endpoint false");
	}

	@Test
	void anApplicationWithWebAndWithoutActuatorIsTracked() throws Exception {
		assertThat(start(LeanJvm.BARE, WEB)).contains("tracked [taskScheduler], endpoint false")
			.contains("Tomcat started");
	}

	@Test
	void anApplicationWithActuatorAndWithoutWebIsTracked() throws Exception {
		assertThat(start(LeanJvm.BARE, ACTUATOR)).contains("tracked [taskScheduler], endpoint false")
			.doesNotContain("Tomcat started");
	}

	@Test
	void anApplicationWithMockitoOnItsPathGetsNoAgent() throws Exception {
		assertThat(start(LeanJvm.BARE, MOCKITO)).contains("tracked [taskScheduler], endpoint false, mocks false")
			.doesNotContain("agent");
	}

	@Test
	void anApplicationThatTurnsUsOffIsNot() throws Exception {
		assertThat(start("--timerscope.enabled=false", LeanJvm.BARE, WEB, ACTUATOR))
			.contains("tracked [], endpoint false");
	}

	private static String start(String[]... jars) throws Exception {
		return start("--spring.main.banner-mode=off", jars);
	}

	private static String start(String argument, String[]... jars) throws Exception {
		Process process = LeanJvm.of(LeanApplication.class, List.of("--server.port=0", argument), jars).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
