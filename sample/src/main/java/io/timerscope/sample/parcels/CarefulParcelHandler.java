package io.timerscope.sample.parcels;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import io.timerscope.sample.ShopProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * Tells a customer where the parcel is until the connection is closed.
 */
@Component
class CarefulParcelHandler extends TextWebSocketHandler {

	private static final Logger LOGGER = LoggerFactory.getLogger(CarefulParcelHandler.class);

	private final Map<String, ScheduledFuture<?>> news = new ConcurrentHashMap<>();

	private final TaskScheduler scheduler;

	private final ShopProperties shop;

	CarefulParcelHandler(TaskScheduler taskScheduler, ShopProperties shop) {
		this.scheduler = taskScheduler;
		this.shop = shop;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		end(this.news.put(session.getId(),
				this.scheduler.scheduleAtFixedRate(() -> tell(session), this.shop.quotePeriod())));
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		end(this.news.remove(session.getId()));
	}

	private static void end(@Nullable ScheduledFuture<?> news) {
		if (news != null) {
			news.cancel(false);
		}
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
