package io.timerscope.ledger;

import io.timerscope.TaskState;
import io.timerscope.record.FollowedRun;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.TaskRecord;
import org.jspecify.annotations.Nullable;

/**
 * A task that its scheduler executes by itself, while somebody tells what it does. No
 * object of ours stands between the scheduler, the task and its future.
 *
 * @since 0.1.0
 */
public final class FollowedTask {

	private final TaskRecord record;

	private final FollowedRun run;

	private final LedgerWriter writer;

	FollowedTask(TaskRecord record, LedgerWriter writer) {
		this.record = record;
		this.run = new FollowedRun(record);
		this.writer = writer;
	}

	/** A run starts on this thread. */
	public void starts() {
		this.run.starts();
	}

	/**
	 * A run ends, on the thread on which it started.
	 * @param failure what the task threw, or {@code null}
	 */
	public void ends(@Nullable Throwable failure) {
		this.run.ends(failure);
	}

	/** The scheduler has cancelled the task. */
	public void cancelled() {
		this.writer.cancelled(this.record);
	}

	/** The scheduler dropped the task when it was shut down. */
	public void lost() {
		this.writer.end(this.record, TaskState.LOST);
	}

	/**
	 * Whether the task has ended.
	 * @return {@code true} once there will be no further run
	 */
	public boolean isOver() {
		return !this.record.isLive();
	}

}
