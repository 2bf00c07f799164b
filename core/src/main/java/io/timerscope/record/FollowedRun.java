package io.timerscope.record;

import org.jspecify.annotations.Nullable;

/**
 * The runs of a task that a pool executes by itself, with nothing of ours around it.
 * Called by the thread that runs; one run is over before the next one starts.
 */
public final class FollowedRun {

	private final TaskRecord live;

	private @Nullable RunEntry entry;

	private @Nullable Object @Nullable [] slots;

	public FollowedRun(TaskRecord live) {
		this.live = live;
	}

	public TaskRecord live() {
		return this.live;
	}

	/** A run starts. */
	public void starts() {
		RunRecorder runs = this.live.scheduler().runs();
		Object task = this.live.userTask();
		@Nullable Object[] slots = runs.slots(this.live);
		this.slots = slots;
		this.entry = runs.starts(this.live, (task != null) ? task : this.live, slots);
	}

	/** The run is over that started last on this thread. */
	public void ends(@Nullable Throwable failure) {
		RunEntry entry = this.entry;
		@Nullable Object[] slots = this.slots;
		this.entry = null;
		this.slots = null;
		if (entry != null && slots != null) {
			this.live.scheduler().runs().ends(this.live, entry, failure, slots);
		}
	}

}
