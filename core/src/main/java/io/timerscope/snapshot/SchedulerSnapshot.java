package io.timerscope.snapshot;

import java.time.Duration;
import java.util.List;

import io.timerscope.Totals;
import org.jspecify.annotations.Nullable;

/**
 * One scheduler at one instant.
 *
 * @param name what people call it
 * @param type the user's class
 * @param reason why it is not tracked, or {@code null} if it is
 * @param totals its counts; zero if it is not tracked
 * @param poolSize threads of its pool, or {@code null} where there is none to ask
 * @param activeThreads threads at work, or {@code null}
 * @param queued entries of its queue, or {@code null}
 * @param removeOnCancel whether its queue lets cancelled tasks go, or {@code null}
 * @param lastLateness how late the last run started
 * @param maxLateness how late any run started
 * @param unwatchedFutures classes of its futures of which nobody can tell whether they
 * are still held
 * @since 0.1.0
 */
public record SchedulerSnapshot(String name, String type, @Nullable String reason, Totals totals,
		@Nullable Integer poolSize, @Nullable Integer activeThreads, @Nullable Integer queued,
		@Nullable Boolean removeOnCancel, Duration lastLateness, Duration maxLateness, List<String> unwatchedFutures) {

	/**
	 * Whether its tasks are in the ledger.
	 * @return {@code false} if it is left alone
	 */
	public boolean tracked() {
		return this.reason == null;
	}

}
