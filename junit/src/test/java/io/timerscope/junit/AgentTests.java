package io.timerscope.junit;

import java.util.HashMap;
import java.util.Map;

import com.acme.leaks.CartSamples;
import com.acme.leaks.Leftovers;
import com.acme.leaks.LifecycleSamples;
import com.acme.leaks.ParallelSamples;
import io.timerscope.handmade.JvmHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgentTests {

	static final Map<String, String> AGENT = Map.of("timerscope.junit.agent", "true");

	@AfterEach
	void end() {
		Leftovers.end();
	}

	@Test
	void aTaskOfAPoolThatNobodyTracksNamesItsLine() {
		TimerLeakError error = Launch.of(AGENT, CartSamples.LeavesPool.class).leakError();
		assertThat(error).hasMessageContaining("every 30 s (fixed rate), waiting")
			.hasMessageContaining("com.acme.leaks.CartSamples$LeavesPool.leaves(CartSamples.java:");
		assertThat(error.leaks()).allMatch((leak) -> leak.site() != null);
	}

	@Test
	void aTimerNamesTheLinesThatMadeItAndScheduledOnIt() {
		assertThat(Launch.of(AGENT, CartSamples.LeavesTimer.class).leakError())
			.hasMessageContaining("com.acme.leaks.Leftovers.timer(Leftovers.java:")
			.hasMessageContaining("with tasks from com.acme.leaks.CartSamples$LeavesTimer.leaves(CartSamples.java:");
	}

	@Test
	void testsThatEndWhatTheyStartPass() {
		assertThat(Launch.of(AGENT, CartSamples.Clean.class, LifecycleSamples.SharedPool.class).outcomes())
			.containsOnlyKeys("cancelsAndShutsDown()", "startsNothing()", "cancelsItsTimer()",
					"isStillShuttingDownWhenItReturns()", "usesIt()", "usesItAgain()")
			.containsValue("SUCCESSFUL")
			.doesNotContainValue("FAILED");
	}

	@Test
	void aPoolOfTheClassInitializerIsTheClasssAndNotATests() {
		assertThat(Launch.of(AGENT, LifecycleSamples.StaticPool.class).outcomes())
			.containsOnly(Map.entry("usesIt()", "SUCCESSFUL"), Map.entry("usesItAgain()", "SUCCESSFUL"));
	}

	@Test
	void aPoolOfTheClassInitializerThatNobodyShutsDownFailsTheClass() {
		Launch launch = Launch.of(AGENT, LifecycleSamples.ForgottenStaticPool.class);
		assertThat(launch.outcomes()).containsEntry("usesIt()", "SUCCESSFUL").containsValue("FAILED");
		assertThat(launch.leakError()).hasMessageContaining("LifecycleSamples.ForgottenStaticPool left");
	}

	@Test
	void aTaskThatATestLeavesOnThePoolOfItsClassIsTheTests() {
		Launch launch = Launch.of(AGENT, LifecycleSamples.LeavesTaskOnStaticPool.class);
		assertThat(launch.outcomes()).containsOnly(Map.entry("leaves()", "FAILED"));
		assertThat(launch.leakError().leaks()).extracting(TimerLeak::kind).containsExactly(TimerLeak.Kind.TASK);
	}

	@Test
	void oneFailureOfTheListenerDoesNotSwitchTheAgentOff() throws Exception {
		Launch.of(AGENT, CartSamples.Clean.class);
		JvmHub hub = JvmHub.find();
		long before = hub.failures();
		Class.forName(JvmHub.NAME, false, null).getMethod("made", Object.class).invoke(null, "no pool");
		assertThat(hub.failures()).isEqualTo(before + 1);
		assertThat(hub.firstFailure()).contains("ClassCastException");
		assertThat(Launch.of(AGENT, CartSamples.LeavesPool.class).leakError().leaks())
			.allMatch((leak) -> leak.site() != null);
	}

	@Test
	void testsBesideEachOtherAreToldApart() {
		Map<String, String> parameters = new HashMap<>(ParallelTests.FOUR_AT_ONCE);
		parameters.putAll(AGENT);
		assertThat(Launch.of(parameters, ParallelSamples.class).outcomes()).containsEntry("leavesTask()", "FAILED")
			.containsEntry("leavesPool()", "FAILED")
			.containsEntry("startsNothing()", "SUCCESSFUL")
			.containsEntry("endsItsPool()", "SUCCESSFUL");
	}

}
