package io.timerscope.recent;

/**
 * How often something happened.
 *
 * @param scheduled tasks that were scheduled
 * @param leaked tasks that became a leak
 * @param recovered leaked tasks that ended after all
 * @param died periodic tasks that an exception ended
 * @param raised findings that were raised, without notices
 * @param resolved findings that were resolved, without notices
 * @since 0.1.0
 */
public record HourCounts(long scheduled, long leaked, long recovered, long died, long raised, long resolved) {

	static final HourCounts NONE = new HourCounts(0, 0, 0, 0, 0, 0);

	HourCounts minus(HourCounts before) {
		return new HourCounts(this.scheduled - before.scheduled, this.leaked - before.leaked,
				this.recovered - before.recovered, this.died - before.died, this.raised - before.raised,
				this.resolved - before.resolved);
	}

}
