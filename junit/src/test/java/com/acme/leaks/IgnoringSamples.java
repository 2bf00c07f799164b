package com.acme.leaks;

import java.util.concurrent.TimeUnit;

import io.timerscope.junit.NoTimerLeaks;
import io.timerscope.junit.TimerLeaks;
import org.junit.jupiter.api.Test;

/** Tests that leave things on purpose. */
public final class IgnoringSamples {

	private IgnoringSamples() {
	}

	private static void leaveTask() {
		TimerLeaks.track(Leftovers.executor()).scheduleAtFixedRate(() -> {
		}, 30, 30, TimeUnit.SECONDS);
	}

	/** Each leak is ignored. */
	@NoTimerLeaks(ignoreThread = { "pool-*", "Timer-*" }, because = "the sample needs a timer")
	@NoTimerLeaks(retryFor = "10ms")
	public static class EveryWay {

		@Test
		@NoTimerLeaks(ignoreSite = "com.acme.leaks.IgnoringSamples#leaveTask")
		void ignoresTheSite() {
			leaveTask();
		}

		@Test
		@NoTimerLeaks(ignoreScheduler = "executor-*")
		void ignoresTheScheduler() {
			leaveTask();
		}

		@Test
		@NoTimerLeaks(ignoreAnyFrame = "com.acme.leaks.IgnoringSamples$EveryWay#ignoresAFrame")
		void ignoresAFrame() {
			leaveTask();
		}

		@Test
		@NoTimerLeaks(createdBy = "com.acme.other.**")
		void wantsToKnowOfOthersOnly() {
			leaveTask();
		}

		@Test
		void ignoresTheThread() {
			Leftovers.timer();
		}

	}

	/** What is ignored is not what leaks. */
	@NoTimerLeaks(retryFor = "10ms")
	public static class TheWrongWay {

		@Test
		@NoTimerLeaks(ignoreThread = "kafka-*")
		void ignoresAnotherThread() {
			Leftovers.timer();
		}

		@Test
		@NoTimerLeaks(ignoreOwner = "scope:another", createdBy = "com.acme.leaks.**")
		void ignoresAnotherOwner() {
			leaveTask();
		}

	}

	/** Ignores what nobody expected. */
	@NoTimerLeaks(ignoreThread = "one-too-many-*", because = "to see the gate close")
	public static class OneTooMany {

		@Test
		void isClean() {
		}

	}

}
