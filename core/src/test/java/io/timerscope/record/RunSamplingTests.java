package io.timerscope.record;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunSamplingTests {

	private static final long SECOND = 1_000_000_000;

	private final RunSampling sampling = new RunSampling();

	private long nanos;

	@Test
	void aLineThatRunsOftenHasAboutAHundredRunsTimedInASecond() {
		run(SECOND, 20_000, 1_000);
		assertThat(run(SECOND, 20_000, 1_000)).isBetween(90L, 120L);
	}

	@Test
	void oneRunInAThousandIsTimedHoweverOftenTheLineRuns() {
		run(SECOND, 200, 100);
		assertThat(run(SECOND, 200, 100)).isBetween(SECOND / 200 / 1_024 - 10, SECOND / 200 / 1_024 + 10);
	}

	@Test
	void aLineThatRunsSeldomHasEachRunTimed() {
		assertThat(run(10 * SECOND, SECOND / 50, 1_000)).isEqualTo(500);
	}

	@Test
	void thatRunsFollowEachOtherMoreSlowlyIsNoticed() {
		run(SECOND, 20_000, 1_000);
		run(30 * SECOND, SECOND / 50, 1_000);
		assertThat(run(SECOND, SECOND / 50, 1_000)).isEqualTo(50);
	}

	@Test
	void aLongRunMeansThatTheNextSixtyFourAreTimed() {
		run(SECOND, 20_000, 1_000);
		this.sampling.timed(this.nanos, 10_000);
		for (int i = 0; i < 64; i++) {
			assertThat(this.sampling.trySkipClock()).isFalse();
			this.sampling.timed(this.nanos += 20_000, 1_000);
		}
	}

	@Test
	void theNextRunCanBeAskedFor() {
		run(SECOND, 200, 100);
		while (!this.sampling.trySkipClock()) {
			this.sampling.timed(this.nanos += 200, 100);
		}
		this.sampling.timeNext();
		assertThat(this.sampling.trySkipClock()).isFalse();
	}

	/** Runs for a while and returns how many of the runs were timed. */
	private long run(long nanos, long periodNanos, long durationNanos) {
		long timed = 0;
		for (long end = this.nanos + nanos; this.nanos < end; this.nanos += periodNanos) {
			if (!this.sampling.trySkipClock()) {
				this.sampling.timed(this.nanos, durationNanos);
				timed++;
			}
		}
		return timed;
	}

}
