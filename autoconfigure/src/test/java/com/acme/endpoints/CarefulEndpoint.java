package com.acme.endpoints;

import java.util.concurrent.ScheduledFuture;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

import org.springframework.stereotype.Component;

/** A heartbeat that ends with its session. */
@Component
@ServerEndpoint("/endpoints/careful")
public class CarefulEndpoint {

	private ScheduledFuture<?> heartbeat;

	@OnOpen
	public void open(Session session) {
		this.heartbeat = Heartbeats.get().begin(session);
	}

	@OnClose
	public void close() {
		this.heartbeat.cancel(false);
	}

}
