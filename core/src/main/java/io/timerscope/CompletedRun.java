package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * One run that is over.
 *
 * @param startedNanos the start, as {@link TimeSource#nanos()} read it
 * @param durationNanos how long it took, in nanoseconds
 * @param latenessNanos how long after its due time it started, in nanoseconds; never
 * negative
 * @param outcome how it ended
 * @param error class and message of what it threw, or {@code null} if it returned
 * @since 0.1.0
 */
public record CompletedRun(long startedNanos, long durationNanos, long latenessNanos, RunOutcome outcome,
		@Nullable String error) {
}
