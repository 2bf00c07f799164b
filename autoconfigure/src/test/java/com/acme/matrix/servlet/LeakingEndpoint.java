package com.acme.matrix.servlet;

import java.time.Duration;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

import org.springframework.stereotype.Component;

/** Forgets its heartbeats. */
@Component
@ServerEndpoint("/leaking/endpoint")
public class LeakingEndpoint {

	@OnOpen
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	public void open(Session session) {
		Pulse.scheduler().scheduleAtFixedRate(() -> session.isOpen(), Duration.ofHours(1));
	}

	@OnMessage
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	public void hear(String text) {
		Pulse.scheduler().scheduleAtFixedRate(() -> {
		}, Duration.ofHours(1));
	}

	@OnClose
	public void close() {
	}

}
