package io.timerscope.sample.parcels;

import java.io.IOException;

import io.timerscope.sample.ShopProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * Tells a customer where the parcel is and, to show it, goes on when the customer has
 * left.
 */
@Component
class LeakingParcelHandler extends TextWebSocketHandler {

	private static final Logger LOGGER = LoggerFactory.getLogger(LeakingParcelHandler.class);

	private final TaskScheduler scheduler;

	private final ShopProperties shop;

	LeakingParcelHandler(TaskScheduler taskScheduler, ShopProperties shop) {
		this.scheduler = taskScheduler;
		this.shop = shop;
	}

	@Override
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	public void afterConnectionEstablished(WebSocketSession session) {
		this.scheduler.scheduleAtFixedRate(() -> tell(session), this.shop.quotePeriod());
	}

	private void tell(WebSocketSession session) {
		try {
			session.sendMessage(new TextMessage("on its way"));
		}
		catch (IOException | IllegalStateException ex) {
			LOGGER.debug("The customer has left", ex);
		}
	}

}
