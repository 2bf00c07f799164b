package io.timerscope.sample.storm;

import org.jspecify.annotations.Nullable;

/**
 * One look at the shop from outside. A number that could not be had in time is
 * {@code NaN}.
 *
 * @param seconds since the storm began
 * @param tasks that the scheduler holds, counted in the heap after a collection
 * @param heapMegabytes in use after that collection
 * @param threads of the shop
 * @param load what the customers saw since the last look
 * @param timers what {@code /actuator/timers} says, or {@code null} where it is not there
 */
record Sample(double seconds, double tasks, double heapMegabytes, double threads, Load load, @Nullable Timers timers) {

	/**
	 * What the customers saw.
	 *
	 * @param placed orders since the beginning
	 * @param refused orders since the beginning, answered with 503
	 * @param failed requests since the beginning, answered otherwise or not in time
	 * @param inFlight requests that wait for an answer
	 * @param median response time since the last look, in milliseconds
	 * @param slowest response time that one in a hundred exceeded, in milliseconds
	 */
	record Load(long placed, long refused, long failed, int inFlight, double median, double slowest) {
	}

	/**
	 * What the endpoint says.
	 *
	 * @param status the status
	 * @param live how many tasks are live
	 * @param leaked how many of them are leaked
	 * @param findings the kinds of the findings, in their order
	 */
	record Timers(String status, long live, long leaked, String findings) {
	}

}
