package com.acme.matrix.servlet;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

import org.springframework.stereotype.Component;

/** Ends its heartbeats with its session. */
@Component
@ServerEndpoint("/careful/endpoint")
public class CarefulEndpoint {

	private ScheduledFuture<?> heartbeat;

	private ScheduledFuture<?> heard;

	@OnOpen
	public void open(Session session) {
		this.heartbeat = Pulse.every(Duration.ofHours(1), () -> session.isOpen());
	}

	@OnMessage
	public void hear(String text) {
		this.heard = Pulse.every(Duration.ofHours(1), () -> {
		});
	}

	@OnClose
	public void close() {
		this.heartbeat.cancel(false);
		if (this.heard != null) {
			this.heard.cancel(false);
		}
	}

}
