package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * What {@link TaskTracker#runStarts} found and {@link TaskTracker#runEnds} puts back.
 *
 * @param active the run, or {@code null} if tracking it failed
 * @param ownerBefore the owner that the thread worked for
 * @param handingOverBefore whether the run happens inside the scheduling call
 */
record RunEntry(@Nullable ActiveRun active, @Nullable Owner ownerBefore, boolean handingOverBefore) {

	static final RunEntry UNTRACKED = new RunEntry(null, null, false);

}
