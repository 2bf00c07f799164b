package io.timerscope.benchmarks.cost;

/**
 * How much is done.
 *
 * @param rounds how often everything is measured
 * @param live tasks that stay scheduled where it says a million
 * @param operations operations where they are counted
 * @param starts how often the sample is started
 * @param real whether the numbers mean anything
 */
record Scale(int rounds, int live, int operations, int starts, boolean real) {

	static final Scale FULL = new Scale(3, 1_000_000, 1_000_000, 5, true);

	/** Proves that everything runs. */
	static final Scale SMOKE = new Scale(1, 5_000, 5_000, 1, false);

}
