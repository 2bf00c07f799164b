package io.timerscope.sample.orders;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The orders that somebody still has to pay.
 */
final class UnpaidOrders {

	private final AtomicLong ids = new AtomicLong();

	private final Map<Long, Order> unpaid = new ConcurrentHashMap<>();

	Order place(String customer) {
		Order order = new Order(this.ids.incrementAndGet(), customer);
		this.unpaid.put(order.id(), order);
		return order;
	}

	boolean paid(long id) {
		return this.unpaid.remove(id) != null;
	}

	boolean contains(Order order) {
		return this.unpaid.containsKey(order.id());
	}

}
