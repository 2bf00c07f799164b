package io.timerscope.snapshot;

import java.time.Instant;

import io.timerscope.LeakReason;
import io.timerscope.Witness;
import org.jspecify.annotations.Nullable;

/**
 * The leaked tasks of one site on one scheduler that share a reason, at one instant.
 *
 * @param reason why they are leaks
 * @param witness the strongest that speaks against any of them
 * @param tasks what and whose they are
 * @param since since when the oldest of these leaks is one
 * @param ended what a task captures that has ended, or {@code null} where no such thing
 * is the witness
 * @param left owners that left a task here when the tasks were found to pile up; zero
 * where they were not
 * @param of all owners that had ended then
 * @since 0.1.0
 */
public record LeakGroup(LeakReason reason, Witness witness, TaskGroup tasks, Instant since, @Nullable String ended,
		int left, int of) {
}
