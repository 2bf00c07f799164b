package io.timerscope.sample.prices;

import java.io.IOException;

import io.timerscope.sample.ShopProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends prices to a customer and, to show it, goes on when the customer has left.
 */
@RestController
class LeakingPriceController {

	private static final Logger LOGGER = LoggerFactory.getLogger(LeakingPriceController.class);

	private final Market market;

	private final TaskScheduler scheduler;

	private final ShopProperties shop;

	LeakingPriceController(Market market, TaskScheduler scheduler, ShopProperties shop) {
		this.market = market;
		this.scheduler = scheduler;
		this.shop = shop;
	}

	@GetMapping("/leaking/prices")
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	SseEmitter prices() {
		SseEmitter customer = new SseEmitter(0L);
		this.scheduler.scheduleAtFixedRate(() -> send(customer), this.shop.quotePeriod());
		return customer;
	}

	private void send(SseEmitter customer) {
		try {
			customer.send(this.market.quote());
		}
		catch (IOException | IllegalStateException ex) {
			LOGGER.debug("The customer has left", ex);
		}
	}

}
