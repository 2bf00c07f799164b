package io.timerscope.record;

import io.timerscope.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * A task of which everything is known from the beginning: a periodic one, one that a
 * trigger drives, or one that was given to an executor to run at once. What the pool runs
 * and what the caller holds are objects of their own.
 */
final class DetailedTask extends TaskRecord {

	private final TaskDetails details;

	DetailedTask(CallOrigin opening, TaskDetails details) {
		super(opening, marksOf(details.schedule()));
		this.details = details;
	}

	@Override
	public TaskDetails details() {
		return this.details;
	}

	@Override
	TaskDetails knownDetails() {
		return this.details;
	}

	@Override
	String thread() {
		return this.details.thread();
	}

	@Override
	public Schedule schedule() {
		return this.details.schedule();
	}

	@Override
	public long createdNanos() {
		return this.details.createdNanos();
	}

	@Override
	long endedNanos() {
		return this.details.endedNanos();
	}

	@Override
	void letGoOfHandles() {
		work(null);
		future(null);
		this.details.letGoOfHandle();
		this.details.letGoOfRunner();
	}

	@Override
	void untimedRunStarts(@Nullable Object[] slots) {
		this.details.untimedRunStarts(slots);
	}

	@Override
	@Nullable ActiveRun untimedRunEnds(boolean logged) {
		return this.details.untimedRunEnds(logged, counts());
	}

	@Override
	@Nullable Thread runner() {
		return this.details.runner();
	}

}
