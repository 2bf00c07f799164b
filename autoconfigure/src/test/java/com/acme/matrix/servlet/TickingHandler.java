package com.acme.matrix.servlet;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** An interval of Reactor for each session, which a careless one forgets. */
class TickingHandler extends TextWebSocketHandler implements DisposableBean {

	private static final Duration HOUR = Duration.ofHours(1);

	private final boolean careful;

	private final Map<String, Disposable> ticks = new ConcurrentHashMap<>();

	TickingHandler(boolean careful) {
		this.careful = careful;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		this.ticks.put(session.getId(), this.careful ? carefulTicks(session) : leakingTicks(session));
	}

	private static Disposable leakingTicks(WebSocketSession session) {
		return Flux.interval(HOUR).subscribe((tick) -> session.isOpen());
	}

	private static Disposable carefulTicks(WebSocketSession session) {
		return Flux.interval(HOUR).subscribe((tick) -> session.isOpen());
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		if (this.careful) {
			this.ticks.remove(session.getId()).dispose();
		}
	}

	@Override
	public void destroy() {
		this.ticks.values().forEach(Disposable::dispose);
	}

}
