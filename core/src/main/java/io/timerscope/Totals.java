package io.timerscope;

/**
 * Counts of tasks. At every instant
 * {@code scheduled = live + completed + failed + cancelled + lost}: ends are read before
 * beginnings, and what is not yet ended is live.
 *
 * @param scheduled calls that a scheduler accepted
 * @param live tasks that can still run
 * @param running live tasks with a run under way
 * @param outlived live tasks whose owner ended and whose grace period is over, leaked or
 * not
 * @param leaked live tasks of which a witness says that nobody wants or can end them
 * @param retained cancelled tasks that a queue still holds, as last sampled
 * @param completed tasks that ran to their end
 * @param failed tasks ended by an exception
 * @param cancelled tasks that were cancelled
 * @param rejected calls that a scheduler refused; not part of {@code scheduled}
 * @param lost tasks that a pool dropped when it was shut down, or that were taken out of
 * its queue
 * @param recovered leaks that ended after all
 * @since 0.1.0
 */
public record Totals(long scheduled, long live, long running, long outlived, long leaked, long retained, long completed,
		long failed, long cancelled, long rejected, long lost, long recovered) {

	/** Nothing at all. */
	public static final Totals ZERO = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

	public Totals plus(Totals other) {
		return new Totals(this.scheduled + other.scheduled, this.live + other.live, this.running + other.running,
				this.outlived + other.outlived, this.leaked + other.leaked, this.retained + other.retained,
				this.completed + other.completed, this.failed + other.failed, this.cancelled + other.cancelled,
				this.rejected + other.rejected, this.lost + other.lost, this.recovered + other.recovered);
	}

	public Totals minus(Totals other) {
		return new Totals(this.scheduled - other.scheduled, this.live - other.live, this.running - other.running,
				this.outlived - other.outlived, this.leaked - other.leaked, this.retained - other.retained,
				this.completed - other.completed, this.failed - other.failed, this.cancelled - other.cancelled,
				this.rejected - other.rejected, this.lost - other.lost, this.recovered - other.recovered);
	}

	public Totals withRetained(long retained) {
		return new Totals(this.scheduled, this.live, this.running, this.outlived, this.leaked, retained, this.completed,
				this.failed, this.cancelled, this.rejected, this.lost, this.recovered);
	}

}
