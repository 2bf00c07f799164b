package io.timerscope.ledger;

import java.time.Duration;
import java.time.Instant;

import io.timerscope.record.LedgerWriter;
import io.timerscope.record.TaskRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells the ledger what the trigger of one task answers. Called by the thread that asks
 * the trigger.
 *
 * @since 0.1.0
 */
public final class TriggerWatch {

	private final LedgerWriter writer;

	private final TaskRecord record;

	TriggerWatch(LedgerWriter writer, TaskRecord record) {
		this.writer = writer;
		this.record = record;
	}

	/**
	 * The trigger named a time.
	 * @param next the time of the next run
	 */
	public void next(Instant next) {
		named(next, null, null);
	}

	/**
	 * The trigger named a time, by another clock than the ledger's.
	 * @param next the time of the next run
	 * @param now the current time by the same clock
	 */
	public void next(Instant next, Instant now) {
		next(next, null, now);
	}

	/**
	 * The trigger named a time, and it is known which one it would name then.
	 * @param next the time of the next run
	 * @param following the time of the run after that, or {@code null} if there is none
	 * or if it is not known yet
	 * @param now the current time by the same clock
	 */
	public void next(Instant next, @Nullable Instant following, Instant now) {
		named(next, following, now);
	}

	/** The trigger has no further time: the task is completed. */
	public void exhausted() {
		ended(null);
	}

	/**
	 * The trigger threw: the task is dead, and nobody logs it.
	 * @param failure what it threw
	 */
	public void failed(Throwable failure) {
		ended(failure);
	}

	/** Called within the trigger, whose failure would end the task. */
	private void named(Instant next, @Nullable Instant following, @Nullable Instant now) {
		this.writer.errors().guarded("record when a trigger is due", () -> {
			Instant from = (now != null) ? now : this.writer.clock().wallClock();
			this.writer.dueIn(this.record, Duration.between(from, next),
					(following == null) ? null : Duration.between(from, following));
		});
	}

	private void ended(@Nullable Throwable failure) {
		this.writer.errors()
			.guarded("record the end of a trigger", () -> this.writer.triggerEnded(this.record, failure));
	}

}
