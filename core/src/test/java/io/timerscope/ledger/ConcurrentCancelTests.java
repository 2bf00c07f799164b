package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.LedgerListener;
import io.timerscope.Schedule;
import io.timerscope.TaskSnapshot;
import io.timerscope.Totals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Two cancels of one task, of which one succeeds. */
class ConcurrentCancelTests {

	private final Bench bench = new Bench();

	@AfterEach
	void shutDown() {
		this.bench.close();
	}

	@Test
	void theOneThatFailsDoesNotMakeAFailureOfTheRunThatTheOtherInterrupts() {
		List<String> died = new ArrayList<>();
		this.bench.ledger.addListener(new LedgerListener() {

			@Override
			public void died(TaskSnapshot task, @Nullable String error) {
				died.add(error);
			}

		});
		Twice future = new Twice();
		future.handle = this.bench.tracker.<ScheduledFuture<?>>track(() -> {
			throw new IllegalStateException("interrupted");
		}, Schedule.fixedRate(0, 1), (run) -> {
			future.run = run;
			return future;
		});
		assertThat(future.handle.cancel(true)).isTrue();
		assertThat(died).isEmpty();
		assertThat(this.bench.totals()).extracting(Totals::cancelled, Totals::failed).containsExactly(1L, 0L);
	}

	/**
	 * A future whose second cancel comes and fails, and whose run ends, before the first
	 * cancel has returned.
	 */
	private static final class Twice implements ScheduledFuture<@Nullable Object> {

		private Runnable run = () -> {
		};

		private ScheduledFuture<?> handle = this;

		private boolean cancelled;

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			boolean first = !this.cancelled;
			this.cancelled = true;
			if (first) {
				assertThat(this.handle.cancel(true)).isFalse();
				assertThatIllegalStateException().isThrownBy(this.run::run);
			}
			return first;
		}

		@Override
		public boolean isCancelled() {
			return this.cancelled;
		}

		@Override
		public boolean isDone() {
			return this.cancelled;
		}

		@Override
		public @Nullable Object get() {
			return null;
		}

		@Override
		public @Nullable Object get(long timeout, TimeUnit unit) {
			return null;
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return 0;
		}

		@Override
		public int compareTo(Delayed other) {
			return 0;
		}

	}

}
