package io.timerscope.junit;

import java.util.Map;

import com.acme.leaks.Leftovers;
import com.acme.leaks.PausedSamples;
import com.acme.leaks.RefreshSamples;
import com.acme.leaks.SpringSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class SpringContextTests {

	@AfterEach
	void end() {
		Leftovers.end();
	}

	@Test
	void theContextsOwnTasksAndThreadsBelongToTheBaseline() {
		assertThat(launch(SpringSamples.Clean.class).outcomes()).containsOnly(entry("usesTheContext()", "SUCCESSFUL"),
				entry("startsNothing()", "SUCCESSFUL"));
	}

	@Test
	void aTaskLeftOnACachedContextFailsOneTestOnly() {
		Launch launch = launch(SpringSamples.Clean.class, SpringSamples.LeavesTask.class, SpringSamples.Dirty.class);
		assertThat(launch.outcomes()).containsEntry("aLeaves()", "FAILED")
			.containsEntry("bIsClean()", "SUCCESSFUL")
			.containsEntry("usesTheContext()", "SUCCESSFUL")
			.containsEntry("two()", "SUCCESSFUL");
		assertThat(launch.leakError().leaks()).hasSize(1);
		assertThat(launch.leakError()).hasMessageContaining("scheduler    pool")
			.hasMessageContaining("SpringSamples$LeavesTask.aLeaves(SpringSamples.java:");
	}

	@Test
	void whatAPausedContextEndsAndStartsAgainIsNobodysLeak() {
		PausedSamples.STARTS.set(0);
		Launch launch = launch(PausedSamples.First.class, PausedSamples.Other.class, PausedSamples.Again.class,
				PausedSamples.OtherAgain.class, PausedSamples.Last.class);
		assertThat(PausedSamples.STARTS).as("starts of the same context").hasValueGreaterThan(1);
		assertThat(launch.outcomes()).containsOnly(entry("first()", "SUCCESSFUL"), entry("other()", "SUCCESSFUL"),
				entry("again()", "SUCCESSFUL"), entry("leaves()", "FAILED"), entry("zIsClean()", "SUCCESSFUL"),
				entry("otherAgain()", "SUCCESSFUL"), entry("last()", "SUCCESSFUL"));
	}

	@Test
	void aBeanThatTheContextMakesDuringATestIsTheContextsOwn() {
		Launch launch = launch(RefreshSamples.Refreshes.class);
		assertThat(launch.outcomes()).containsOnly(entry("aRefreshes()", "SUCCESSFUL"),
				entry("bMakesALazyBean()", "SUCCESSFUL"), entry("cForgetsAPrototype()", "FAILED"),
				entry("dClosesAPrototype()", "SUCCESSFUL"));
		assertThat(launch.leakError()).hasMessageContaining("RefreshSamples$Prototype.<init>(RefreshSamples.java:");
	}

	@Test
	void whatTheContextSchedulesDuringATestIsNobodysLeakAndWhatATestLeavesIsOne() {
		Launch launch = launch(SpringSamples.Wrapping.class);
		assertThat(launch.outcomes()).containsOnly(entry("aWaitsUntilARunHasScheduledTheNext()", "SUCCESSFUL"),
				entry("bLeaves()", "FAILED"));
		assertThat(launch.leakError().leaks()).filteredOn((leak) -> leak.kind() == TimerLeak.Kind.TASK).hasSize(1);
	}

	@Test
	void aThreadThatATestLeavesToItsClassIsNotTakenForTheContexts() {
		assertThat(launch(SpringSamples.LeavesTimerToItsClass.class).leakError()).hasMessageContaining("aLeavesTimer()")
			.hasMessageContaining("java.util.Timer");
	}

	private Launch launch(Class<?>... types) {
		return Launch.of(parameters(), types);
	}

	Map<String, String> parameters() {
		return Map.of();
	}

}
