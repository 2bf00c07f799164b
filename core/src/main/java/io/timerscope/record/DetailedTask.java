package io.timerscope.record;

import org.jspecify.annotations.Nullable;

/**
 * A task of which everything is known from the beginning: a periodic one, one that a
 * trigger drives, or one that was given to an executor to run at once. What the pool runs
 * and what the caller holds are objects of their own.
 */
final class DetailedTask extends TaskRecord {

	DetailedTask(CallOrigin callOrigin, TaskDetails details) {
		super(callOrigin, marksOf(details.schedule()), details);
	}

	@Override
	void releaseReferences() {
		work(null);
		future(null);
		details().letGoOfHandle();
		details().letGoOfRunner();
	}

	@Override
	void untimedRunStarts(@Nullable Object[] slots) {
		details().untimedRunStarts(slots);
	}

	@Override
	@Nullable ActiveRun untimedRunEnds(boolean logged) {
		return details().untimedRunEnds(logged, counts());
	}

	@Override
	@Nullable Thread runner() {
		return details().runner();
	}

}
