package io.timerscope.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

@ExtendWith(OutputCaptureExtension.class)
class SupportedBootFilterTests {

	private static final String[] CANDIDATES = { "com.acme.ShopAutoConfiguration", null,
			TimerscopeAutoConfiguration.class.getName(), "io.timerscope.autoconfigure.SomeAutoConfiguration" };

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void theSpringBootOfTheBuildIsSupported() {
		assertThat(match(SpringBootVersion.getVersion())).containsOnly(true);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "3.5.0", "3.5.16", "4.0.9", "4.1.2", "4.2.0-M1", "4.2.0", "4.2.1-SNAPSHOT", "", "main" })
	void aVersionThatWasTestedOrCannotBeToldIsLetIn(String version, CapturedOutput output) {
		assertThat(match(version)).containsOnly(true);
		assertThat(output).doesNotContain("Timerscope");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.7.18", "3.0.13", "3.4.13", "4.3.0-M1", "4.10.0", "5.0.0" })
	void anyOtherVersionKeepsUsOutAndSaysSoOnce(String version, CapturedOutput output) {
		SupportedBootFilter filter = filter(version);
		assertThat(match(filter)).containsExactly(true, true, false, false);
		assertThat(match(filter)).containsExactly(true, true, false, false);
		assertThat(output).containsOnlyOnce(
				"Timerscope is off: it was tested only with Spring Boot 3.5, 4.0, 4.1 and 4.2, and this is " + version);
	}

	@Test
	void onANewerVersionTheUserDecides(CapturedOutput output) {
		assertThat(match("4.3.0")).contains(false);
		assertThat(output).contains("set timerscope.on-newer-spring-boot=true to use it all the same");
		this.environment.setProperty("timerscope.on-newer-spring-boot", "true");
		assertThat(match("4.3.0")).containsOnly(true);
		assertThat(match("3.4.13")).contains(false);
	}

	@Test
	void whoHasSwitchedUsOffHearsNothing(CapturedOutput output) {
		this.environment.setProperty("timerscope.enabled", "false");
		assertThat(match("3.4.13")).containsExactly(true, true, false, false);
		assertThat(output).doesNotContain("Timerscope");
	}

	@ParameterizedTest
	@CsvSource({ "3.5.16, true", "4.0.0, false", "4.2.1, false", "main, true" })
	void whatIsForSpringBoot3AloneIsNotReadOn4(String version, boolean read, CapturedOutput output) {
		String[] candidates = { "io.timerscope.autoconfigure.TimerscopeBoot3HealthAutoConfiguration",
				TimerscopeHealthAutoConfiguration.class.getName() };
		assertThat(candidates[0]).isIn(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()));
		assertThat(filter(version).match(candidates, mock(AutoConfigurationMetadata.class))).containsExactly(read,
				true);
		assertThat(output).doesNotContain("Timerscope");
	}

	private boolean[] match(String version) {
		return match(filter(version));
	}

	private static boolean[] match(SupportedBootFilter filter) {
		return filter.match(CANDIDATES, mock(AutoConfigurationMetadata.class));
	}

	private SupportedBootFilter filter(String version) {
		SupportedBootFilter filter = new SupportedBootFilter(version);
		filter.setEnvironment(this.environment);
		return filter;
	}

}
