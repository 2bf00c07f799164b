package io.timerscope.junit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.acme.leaks.IgnoringSamples;
import com.acme.leaks.Leftovers;
import io.timerscope.junit.text.Durations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IgnoreTests {

	@AfterEach
	void end() {
		Leftovers.end();
	}

	@Test
	void whatIsIgnoredDoesNotFail() {
		assertThat(Launch.of(IgnoringSamples.EveryWay.class).outcomes()).hasSize(5).doesNotContainValue("FAILED");
	}

	@Test
	void whatIsNotIgnoredFailsNevertheless() {
		assertThat(Launch.of(IgnoringSamples.TheWrongWay.class).outcomes()).hasSize(2)
			.doesNotContainValue("SUCCESSFUL");
	}

	@Test
	void oneIgnoreTooManyFails() {
		assertThat(Launch.of(Map.of("timerscope.junit.max-ignores", "0"), IgnoringSamples.OneTooMany.class).failure())
			.hasMessageContaining("timerscope.junit.max-ignores is 0")
			.hasMessageContaining("ignoreThread(\"one-too-many-*\"): to see the gate close");
	}

	@Test
	void theRunEndsWithASummaryAndAReport(@TempDir Path directory) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
			.enableTestExecutionListenerAutoRegistration(false)
			.addTestExecutionListeners(new RunSummary(new PrintStream(out, true, StandardCharsets.UTF_8)))
			.build());
		launcher.execute(LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectClass(IgnoringSamples.EveryWay.class),
					DiscoverySelectors.selectClass(IgnoringSamples.TheWrongWay.class))
			.configurationParameter("timerscope.junit.max-ignores", "1000")
			.configurationParameter("timerscope.junit.report", directory.toString())
			.build());
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("Timer leaks that are ignored on purpose")
			.containsPattern("ignoreThread\\(\"Timer-\\*\"\\): \\d+ leaks? ignored. Reason: the sample needs a timer");
		assertThat(Files.readString(directory.resolve("timer-leaks.md"))).contains("# Timer leaks")
			.contains("IgnoringSamples.TheWrongWay.ignoresAnotherThread()");
		assertThat(Files.readString(directory.resolve("timer-leaks.json"))).contains("\"kind\": \"thread\"")
			.contains("\"reason\": \"the sample needs a timer\"");
	}

	@Test
	void aPatternThatIsNoneIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> TimerLeaks.ignoreSite("not a site"))
			.withMessageContaining("is no site pattern");
		assertThatIllegalArgumentException().isThrownBy(() -> TimerLeaks.ignoreThread(" "))
			.withMessageContaining("ignoreThread takes a name");
		assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse("retryFor", "soon"))
			.withMessage("retryFor takes a time such as 400ms, 2s or PT2S, but is 'soon'");
	}

}
