package io.timerscope.junit;

import com.acme.leaks.Leftovers;
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
		assertThat(Launch.of(SpringSamples.Clean.class).outcomes())
			.containsOnly(entry("usesTheContext()", "SUCCESSFUL"), entry("startsNothing()", "SUCCESSFUL"));
	}

	@Test
	void aTaskLeftOnACachedContextFailsOneTestOnly() {
		Launch launch = Launch.of(SpringSamples.Clean.class, SpringSamples.LeavesTask.class, SpringSamples.Dirty.class);
		assertThat(launch.outcomes()).containsEntry("aLeaves()", "FAILED")
			.containsEntry("bIsClean()", "SUCCESSFUL")
			.containsEntry("usesTheContext()", "SUCCESSFUL")
			.containsEntry("two()", "SUCCESSFUL");
		assertThat(launch.leakError()).hasMessageContaining("scheduler    pool")
			.hasMessageContaining("SpringSamples$LeavesTask.aLeaves(SpringSamples.java:");
	}

}
