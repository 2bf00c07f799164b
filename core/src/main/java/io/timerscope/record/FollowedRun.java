package io.timerscope.record;

import io.timerscope.OwnerSource;
import io.timerscope.RunObserver;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a task that a pool executes by itself, with nothing of ours around it. What
 * {@link RunRecorder#run} keeps in locals is kept here. Called by the thread that runs;
 * one run is over before the next one starts.
 */
public final class FollowedRun {

	private final TaskRecord record;

	private @Nullable Object @Nullable [] slots;

	private @Nullable OwnerSource ownerBefore;

	private boolean handingOverBefore;

	private @Nullable ActiveRun active;

	private RunObserver.@Nullable Observed observed;

	public FollowedRun(TaskRecord record) {
		this.record = record;
	}

	/** A run starts. */
	public void starts() {
		RunRecorder runs = this.record.scheduler().runs();
		Object task = this.record.userTask();
		@Nullable Object[] slots = runs.slots(this.record);
		this.slots = slots;
		this.ownerBefore = ThreadContext.source(slots);
		this.handingOverBefore = ThreadContext.isHandingOver(slots);
		this.active = runs.recordStart(this.record, slots);
		this.observed = (this.active == null) ? null : runs.observed(this.record, (task != null) ? task : this.record);
	}

	/** The run is over that started last on this thread. */
	public void ends(@Nullable Throwable failure) {
		@Nullable Object[] slots = this.slots;
		if (slots == null) {
			return;
		}
		RunRecorder runs = this.record.scheduler().runs();
		RunObserver.Observed observed = this.observed;
		ThreadContext.restore(slots, this.ownerBefore, this.handingOverBefore);
		runs.recordEnd(this.record, this.active, failure);
		if (observed != null) {
			runs.endObservation(observed, failure);
		}
		this.slots = null;
		this.ownerBefore = null;
		this.active = null;
		this.observed = null;
	}

}
