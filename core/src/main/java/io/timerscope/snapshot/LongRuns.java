package io.timerscope.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.timerscope.Site;

/**
 * The runs of one site on one scheduler that take longer than their limit, at one
 * instant.
 *
 * @param site where their tasks were scheduled
 * @param scheduler the scheduler's name
 * @param count how many runs
 * @param limit what they exceed
 * @param startedAt when the longest of them started
 * @param duration how long it takes by now
 * @param thread the name of its thread
 * @param stack where its thread is; empty if it just ended
 * @since 0.1.0
 */
public record LongRuns(Site site, String scheduler, long count, Duration limit, Instant startedAt, Duration duration,
		String thread, List<StackTraceElement> stack) {
}
