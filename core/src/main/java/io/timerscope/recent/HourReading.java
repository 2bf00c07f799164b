package io.timerscope.recent;

import java.time.Instant;
import java.util.List;

/**
 * What changed in the last hour, or since the start where that is less than an hour ago.
 *
 * @param since from when on the counts count
 * @param counts what has happened since then
 * @param samples live and leaked tasks over the hour, the oldest first
 * @param events what happened, the newest first
 * @param forgotten how many further events of the hour are not kept
 * @since 0.1.0
 */
public record HourReading(Instant since, HourCounts counts, List<HourSample> samples, List<HourEvent> events,
		long forgotten) {

	public HourReading {
		samples = List.copyOf(samples);
		events = List.copyOf(events);
	}

	/**
	 * Whether nothing changed.
	 * @return {@code true} if each count is zero
	 */
	public boolean isQuiet() {
		return this.counts.equals(HourCounts.NONE);
	}

}
