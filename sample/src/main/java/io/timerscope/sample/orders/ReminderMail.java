package io.timerscope.sample.orders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Sends reminders, to the log.
 */
@Component
class ReminderMail {

	private static final Logger LOGGER = LoggerFactory.getLogger(ReminderMail.class);

	void send(Order order) {
		LOGGER.debug("Dear {}, order {} waits for your payment", order.customer(), order.id());
	}

}
