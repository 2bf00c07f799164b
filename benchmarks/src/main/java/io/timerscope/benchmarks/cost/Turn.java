package io.timerscope.benchmarks.cost;

import java.util.concurrent.ExecutionException;

/** A number of operations. */
interface Turn {

	void take(int operations) throws InterruptedException, ExecutionException;

}
