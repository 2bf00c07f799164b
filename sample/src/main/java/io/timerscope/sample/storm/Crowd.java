package io.timerscope.sample.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * The customers. Each keeps a connection open and orders once per round, whatever the
 * others do; a slow shop has more of them waiting, not fewer of them ordering.
 */
final class Crowd {

	private static final int MILLIS_BETWEEN_LOOKS = 2;

	private final Weather weather;

	private final Selector selector = Selector.open();

	private final Customer[] customers;

	private volatile boolean over;

	private Crowd(Weather weather, int port, Scene scene, Tally tally) throws IOException {
		this.weather = weather;
		this.customers = new Customer[weather.connections()];
		for (int i = 0; i < this.customers.length; i++) {
			this.customers[i] = new Customer(this.selector, port, scene.orders(), tally, i);
		}
	}

	static Crowd gather(Weather weather, int port, Scene scene, Tally tally) throws IOException {
		Crowd crowd = new Crowd(weather, port, scene, tally);
		new Thread(crowd::run, "crowd").start();
		return crowd;
	}

	private void run() {
		ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
		long began = System.nanoTime();
		long orders = 0;
		try (this.selector) {
			while (!this.over) {
				this.selector.select((key) -> go(key, buffer), MILLIS_BETWEEN_LOOKS);
				long now = System.nanoTime();
				while (now - began >= this.weather.due(orders)) {
					turn(this.customers[(int) (orders++ % this.customers.length)], now);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			for (Customer customer : this.customers) {
				customer.leave();
			}
		}
	}

	/** Who still waits skips a round. */
	private static void turn(Customer customer, long now) {
		if (customer.isImpatient(now)) {
			customer.leave();
		}
		if (!customer.isWaiting()) {
			try {
				customer.order();
			}
			catch (IOException ex) {
				customer.leave();
			}
		}
	}

	private static void go(SelectionKey key, ByteBuffer buffer) {
		Customer customer = (Customer) key.attachment();
		try {
			customer.go(key, buffer);
		}
		catch (IOException ex) {
			customer.leave();
		}
	}

	/** Lets them leave. Does not wait for them. */
	void disperse() {
		this.over = true;
	}

}
