package io.timerscope.junit;

import java.util.Map;

import com.acme.leaks.Leftovers;
import com.acme.leaks.LifecycleSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class LifecycleTests {

	@AfterEach
	void end() {
		Leftovers.end();
	}

	@Test
	void aPoolThatTheClassShutsDownAtItsEndIsNoLeakOfATest() {
		assertThat(Launch.of(LifecycleSamples.SharedPool.class).outcomes()).hasSize(2).containsValue("SUCCESSFUL");
	}

	@Test
	void whatBeforeAllLeavesFailsTheClass() {
		Launch launch = Launch.of(LifecycleSamples.ForgottenInBeforeAll.class);
		assertThat(launch.outcomes()).contains(entry("isClean()", "SUCCESSFUL")).containsValue("FAILED");
		assertThat(launch.leakError()).hasMessageContaining("LifecycleSamples.ForgottenInBeforeAll left");
	}

	@Test
	void withOneInstancePerClassATestIsBlamedForItsTaskAndNotForThePool() {
		Launch launch = Launch.of(LifecycleSamples.PerClass.class);
		assertThat(launch.outcomes()).containsOnly(entry("usesIt()", "SUCCESSFUL"), entry("leavesTask()", "FAILED"));
		assertThat(launch.leakError().leaks()).extracting(TimerLeak::kind).containsExactly(TimerLeak.Kind.TASK);
	}

	@Test
	void aPoolInAFieldBelongsToTheTestOfTheInstance() {
		assertThat(Launch.of(LifecycleSamples.InAField.class).outcomes())
			.containsOnly(entry("isClean()", "SUCCESSFUL"));
		assertThat(Launch.of(LifecycleSamples.ForgottenInAField.class).leakError())
			.hasMessageContaining("scheduler was not shut down");
	}

	@Test
	void theAnnotationHoldsForNestedClasses() {
		Launch launch = Launch.of(LifecycleSamples.Outside.class);
		assertThat(launch.outcomes()).containsOnly(entry("isClean()", "SUCCESSFUL"), entry("leaves()", "FAILED"),
				entry("isCleanToo()", "SUCCESSFUL"));
		assertThat(launch.leakError()).hasMessageContaining("LifecycleSamples.Outside.Inside.leaves()");
	}

	@Test
	void oneInvocationOfAParameterizedTestIsBlamedForItself() {
		Launch launch = Launch.of(LifecycleSamples.WithArguments.class);
		assertThat(launch.outcomes().values()).containsExactlyInAnyOrder("SUCCESSFUL", "FAILED");
		assertThat(launch.leakError()).hasMessageContaining("is() [2]");
	}

	@Test
	void oneRepetitionIsBlamedForItself() {
		assertThat(Launch.of(LifecycleSamples.Repeated.class).outcomes()).containsOnly(
				entry("repetition 1 of 3", "SUCCESSFUL"), entry("repetition 2 of 3", "FAILED"),
				entry("repetition 3 of 3", "SUCCESSFUL"));
	}

	@Test
	void optionsOfARegisteredExtensionHold() {
		Launch launch = Launch.of(LifecycleSamples.Registered.class);
		assertThat(launch.outcomes()).contains(entry("leavesTimer()", "FAILED"));
		assertThat(launch.leakError().getMessage()).contains("java.util.Timer").doesNotContain("task");
	}

	@Test
	void whatATestIgnoresIsIgnoredAtTheEndOfItsClassToo() {
		assertThat(Launch.of(LifecycleSamples.IgnoresInAClassWithAnEnd.class).outcomes())
			.containsOnly(entry("leavesTimer()", "SUCCESSFUL"));
	}

	@Test
	void filtersOfASuperclassAddUp() {
		assertThat(Launch.of(LifecycleSamples.FiltersAddUp.class).outcomes())
			.containsOnly(entry("leaves()", "SUCCESSFUL"));
	}

	@Test
	void autoDetectionChecksTheWholeSuite() {
		assertThat(Launch.of(LifecycleSamples.Plain.class).outcomes()).containsOnly(entry("leaves()", "SUCCESSFUL"));
		assertThat(Launch
			.of(Map.of("junit.jupiter.extensions.autodetection.enabled", "true"), LifecycleSamples.Plain.class)
			.outcomes()).containsOnly(entry("leaves()", "FAILED"));
	}

	@Test
	void aSuiteCanSwitchTheCheckOff() {
		assertThat(Launch.of(Map.of("timerscope.junit.enabled", "false"), LifecycleSamples.ForgottenInAField.class)
			.outcomes()).containsOnly(entry("leaves()", "SUCCESSFUL"));
	}

	@Test
	void cleanupEndsWhatWasReported() {
		assertThat(Launch.of(LifecycleSamples.CleansUp.class).failure()).isInstanceOf(TimerLeakError.class);
		assertThat(LifecycleSamples.CleansUp.isShutdown()).isTrue();
	}

}
