package io.timerscope.sample.prices;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * Makes prices up.
 */
@Component
class Market {

	private final AtomicLong cents = new AtomicLong(10_000);

	Quote quote() {
		return new Quote(Instant.now(), this.cents.addAndGet(ThreadLocalRandom.current().nextLong(-5, 6)));
	}

}
