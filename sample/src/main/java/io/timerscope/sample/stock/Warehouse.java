package io.timerscope.sample.stock;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * Counts how often somebody looked whether goods have come.
 */
@Component
class Warehouse {

	private final AtomicLong looks = new AtomicLong();

	void look(String customer) {
		this.looks.incrementAndGet();
	}

}
