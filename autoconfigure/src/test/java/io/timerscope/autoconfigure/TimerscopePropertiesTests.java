package io.timerscope.autoconfigure;

import java.time.Duration;

import io.timerscope.OriginCapture;
import io.timerscope.autoconfigure.TimerscopeProperties.GuardAction;
import io.timerscope.autoconfigure.TimerscopeProperties.OnEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class TimerscopePropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TimerscopeAutoConfiguration.class));

	@Test
	void defaultsAreThoseOfTheContract() {
		this.runner.run((context) -> {
			TimerscopeProperties it = context.getBean(TimerscopeProperties.class);
			assertThat(it.enabled()).isTrue();
			assertThat(it.excludeBeans()).isEmpty();
			assertThat(it.ignore()).isEmpty();
			assertThat(it.rules()).isEmpty();
			assertThat(it.origin().capture()).isEqualTo(OriginCapture.STACK);
			assertThat(it.requests().enabled()).isTrue();
			assertThat(it.requests().onEnd()).isEqualTo(OnEnd.REPORT);
			assertThat(it.requests().grace()).isEqualTo(Duration.ofSeconds(30));
			assertThat(it.sessions().grace()).isEqualTo(Duration.ofSeconds(30));
			assertThat(it.beans().onDestroy()).isEqualTo(OnEnd.REPORT);
			assertThat(it.beans().grace()).isEqualTo(Duration.ofSeconds(10));
			assertThat(it.reactor().enabled()).isTrue();
			assertThat(it.retained().max()).isEqualTo(1000);
			assertThat(it.retained().purge()).isTrue();
			assertThat(it.stuckAfter()).isEqualTo(Duration.ofMinutes(10));
			assertThat(it.lateAfter()).isEqualTo(Duration.ofSeconds(1));
			assertThat(it.history().size()).isEqualTo(256);
			assertThat(it.interval()).isEqualTo(Duration.ofSeconds(10));
			assertThat(it.guard().enabled()).isTrue();
			assertThat(it.guard().consecutive()).isEqualTo(3);
			assertThat(it.guard().maxLive()).isEqualTo(10_000);
			assertThat(it.guard().maxGrowthPerMinute()).isEqualTo(6_000);
			assertThat(it.guard().maxHeapUsed()).isEqualTo(0.9);
			assertThat(it.guard().action()).isEqualTo(GuardAction.REPORT);
			assertThat(it.health().maxLeaked()).isNull();
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					timerscope.history.size=-1 | timerscope.history.size must be a number from 0 to 100000, but is -1
					timerscope.history.size=2147483647 | timerscope.history.size must be a number from 0 to 100000, but is 2147483647
					timerscope.retained.max=-1 | timerscope.retained.max must be a number of zero or more, but is -1
					timerscope.interval=0s | timerscope.interval must be a duration from 10 ms to 1 h, but is 0 ms
					timerscope.interval=1ns | timerscope.interval must be a duration from 10 ms to 1 h, but is 1 ns
					timerscope.interval=999999d | timerscope.interval must be a duration from 10 ms to 1 h, but is 999999 d
					timerscope.stuck-after=-1s | timerscope.stuck-after must be a duration of zero or more, but is -1 s
					timerscope.late-after=-1s | timerscope.late-after must be a duration of zero or more, but is -1 s
					timerscope.requests.grace=-1s | timerscope.requests.grace must be a duration of zero or more, but is -1 s
					timerscope.sessions.grace=-1s | timerscope.sessions.grace must be a duration of zero or more, but is -1 s
					timerscope.beans.grace=-1s | timerscope.beans.grace must be a duration of zero or more, but is -1 s
					timerscope.guard.consecutive=0 | timerscope.guard.consecutive must be a number of one or more, but is 0
					timerscope.guard.max-live=-1 | timerscope.guard.max-live must be a number of zero or more, but is -1
					timerscope.guard.max-heap-used=1.1 | timerscope.guard.max-heap-used must be a share from 0 to 1, but is 1.1
					timerscope.health.max-leaked=-1 | timerscope.health.max-leaked must be a number of zero or more, but is -1
					timerscope.ignore=com.acme/cache | timerscope.ignore: 'com.acme/cache' is no site pattern
					timerscope.rules[0].site=a b | timerscope.rules[].site: 'a b' is no site pattern
					timerscope.unmanaged.ignore-threads=* | timerscope.unmanaged.ignore-threads must be name patterns of threads
					timerscope.findings.disabled=everything | timerscope.findings.disabled
					timerscope.leaks.min-owners=0 | timerscope.leaks.min-owners must be a number of one or more, but is 0
					timerscope.leaks.action=explode | io.timerscope.autoconfigure.TimerscopeProperties$LeakAction
					timerscope.requests.on-end=explode | io.timerscope.autoconfigure.TimerscopeProperties$OnEnd
					timerscope.guard.action=explode | io.timerscope.autoconfigure.TimerscopeProperties$GuardAction
					timerscope.origin.capture=everything | io.timerscope.OriginCapture
					""")
	void aBadValueFailsTheStartWithBootsOwnAnalysis(String property, String expected, CapturedOutput output) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatException().isThrownBy(() -> application.run("--" + property));
		assertThat(output).contains("APPLICATION FAILED TO START").contains(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "999999d", "9223372036854775807ns" })
	void aDurationThatMeansNeverIsTaken(String never) {
		this.runner
			.withPropertyValues("timerscope.stuck-after=" + never, "timerscope.late-after=" + never,
					"timerscope.requests.grace=" + never, "timerscope.sessions.grace=" + never,
					"timerscope.beans.grace=" + never, "timerscope.rules[0].site=com.acme.**",
					"timerscope.rules[0].grace=" + never, "timerscope.rules[0].stuck-after=" + never)
			.withConfiguration(AutoConfigurations.of(TimerscopeFindingsAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aRuleWithoutASiteSaysWhatIsMissing(CapturedOutput output) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatException().isThrownBy(() -> application.run("--timerscope.rules[0].grace=1s"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("timerscope.rules[].site must be a site pattern");
	}

	@Configuration(proxyBeanMethods = false)
	@org.springframework.boot.autoconfigure.ImportAutoConfiguration(TimerscopeAutoConfiguration.class)
	static class Application {

	}

}
