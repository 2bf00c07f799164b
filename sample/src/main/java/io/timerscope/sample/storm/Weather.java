package io.timerscope.sample.storm;

import java.time.Duration;

/**
 * How hard the storm blows.
 *
 * @param connections how many customers are connected at the same time
 * @param ordersPerSecond how many orders they place together
 * @param length of one scene
 * @param look how often the shop is looked at
 * @param heapMegabytes the largest heap of the shop
 */
record Weather(int connections, int ordersPerSecond, Duration length, Duration look, int heapMegabytes) {

	/** What somebody who orders types into the form, in characters. */
	static final int CUSTOMER = 2_000;

	/** How long a customer waits for an answer. */
	static final Duration PATIENCE = Duration.ofSeconds(10);

	/** A shop that has just opened is slow, so that the first ones come slowly. */
	private static final int FIRST = 3;

	/** When an order is placed, in nanoseconds since the beginning. */
	long due(long order) {
		long step = 1_000_000_000L / this.ordersPerSecond;
		long first = Math.min(order, this.connections);
		return first * FIRST * step + (order - first) * step;
	}

}
