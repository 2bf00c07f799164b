package io.timerscope.recent;

import java.time.Instant;

import io.timerscope.Totals;

/**
 * The counts of one moment of the last hour.
 *
 * @param time when they were read
 * @param live live tasks; of several readings the most
 * @param leaked leaked tasks; of several readings the most
 * @param total what has happened until then
 * @since 0.1.0
 */
public record HourSample(Instant time, long live, long leaked, HourCounts total) {

	static HourSample of(Instant time, Totals totals, HourCounts total) {
		return new HourSample(time, totals.live(), totals.leaked(), total);
	}

	/** A later reading of the same moment, in which no peak is lost. */
	HourSample orLater(HourSample later) {
		return new HourSample(later.time, Math.max(this.live, later.live), Math.max(this.leaked, later.leaked),
				later.total);
	}

}
