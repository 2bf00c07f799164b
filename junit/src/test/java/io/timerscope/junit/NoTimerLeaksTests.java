package io.timerscope.junit;

import com.acme.leaks.CartSamples;
import com.acme.leaks.Leftovers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class NoTimerLeaksTests {

	@AfterEach
	void end() {
		Leftovers.end();
	}

	@Test
	void testsThatEndWhatTheyStartPass() {
		assertThat(Launch.of(CartSamples.Clean.class).outcomes()).hasSize(4).containsValue("SUCCESSFUL");
	}

	@Test
	void aTrackedTaskThatIsLeftFailsItsTest() {
		TimerLeakError error = Launch.of(CartSamples.LeavesTask.class).leakError();
		assertThat(error.leaks()).extracting(TimerLeak::kind)
			.containsExactlyInAnyOrder(TimerLeak.Kind.TASK, TimerLeak.Kind.SCHEDULER, TimerLeak.Kind.THREAD);
		assertThat(error).hasMessageContaining("1 task is still live")
			.hasMessageContaining("every 30 s (fixed rate), waiting")
			.hasMessageContaining("com.acme.leaks.CartSamples$LeavesTask.leaves(CartSamples.java:")
			.hasMessageContaining("CartSamples.LeavesTask.leaves()")
			.hasMessageContaining("cancel it")
			.hasMessageContaining("@NoTimerLeaks(ignoreSite = \"com.acme.leaks.CartSamples$LeavesTask#leaves\"");
	}

	@Test
	void aPoolThatNobodyTracksIsSeenByItsThread() {
		TimerLeakError error = Launch.of(CartSamples.LeavesPool.class).leakError();
		assertThat(error).hasMessageContaining("thread of a ScheduledThreadPoolExecutor")
			.hasMessageContaining("-thread-1");
	}

	@Test
	void aTimerIsSeenByItsThread() {
		assertThat(Launch.of(CartSamples.LeavesTimer.class).leakError())
			.hasMessageContaining("thread of a java.util.Timer");
	}

	@Test
	void aSchedulerThatIsNotShutDownFailsItsTest() {
		assertThat(Launch.of(CartSamples.LeavesScheduler.class).leakError())
			.hasMessageContaining("1 scheduler was not shut down");
	}

	@Test
	void aPeriodicTaskThatDiedFailsItsTest() {
		assertThat(Launch.of(CartSamples.LetsTaskDie.class).leakError()).hasMessageContaining("died of an exception")
			.hasMessageContaining("no stock");
	}

	@Test
	void aLeakFailsItsOwnTestOnly() {
		assertThat(Launch.of(CartSamples.OneOfThree.class).outcomes()).containsOnly(entry("clean()", "SUCCESSFUL"),
				entry("leaves()", "FAILED"), entry("alsoClean()", "SUCCESSFUL"));
	}

	@Test
	void aLeakDoesNotMaskAFailure() {
		Throwable failure = Launch.of(CartSamples.FailsAndLeaves.class).failure();
		assertThat(failure).hasMessage("three apples were expected");
		assertThat(failure.getSuppressed()).hasOnlyElementsOfType(TimerLeakError.class).hasSize(1);
	}

	@Test
	void onAMethodItHoldsForThatMethod() {
		assertThat(Launch.of(CartSamples.OnAMethod.class).outcomes()).containsOnly(entry("isChecked()", "FAILED"),
				entry("isNotChecked()", "SUCCESSFUL"));
	}

}
