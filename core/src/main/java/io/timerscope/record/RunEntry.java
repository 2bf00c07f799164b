package io.timerscope.record;

import io.timerscope.OwnerSource;
import io.timerscope.RunObserver;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RunRecorder#starts} found and {@link RunRecorder#ends} puts back.
 *
 * @param active the run, or {@code null} if tracking it failed
 * @param ownerBefore where the owner came from that the thread worked for
 * @param handingOverBefore whether the run happens inside the scheduling call
 * @param observed who is told of the end, or {@code null}
 */
record RunEntry(@Nullable ActiveRun active, @Nullable OwnerSource ownerBefore, boolean handingOverBefore,
		RunObserver.@Nullable Observed observed) {

	/** An untimed run on a thread that works for nobody. */
	static final RunEntry IDLE = new RunEntry(ActiveRun.UNTIMED, null, false);

	static final RunEntry UNTRACKED = new RunEntry(null, null, false);

	RunEntry(@Nullable ActiveRun active, @Nullable OwnerSource ownerBefore, boolean handingOverBefore) {
		this(active, ownerBefore, handingOverBefore, null);
	}

	/** Whether the thread was at nothing before the run. */
	boolean wasIdle() {
		return this.ownerBefore == null && !this.handingOverBefore;
	}

	RunEntry observedBy(RunObserver.@Nullable Observed observed) {
		return (observed == null) ? this
				: new RunEntry(this.active, this.ownerBefore, this.handingOverBefore, observed);
	}

}
