package com.acme.endpoints;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

import org.springframework.stereotype.Component;

/** Has no subclass. */
@Component
@ServerEndpoint("/endpoints/final")
public final class FinalEndpoint {

	@OnOpen
	public void open(Session session) {
		Heartbeats.get().begin(session);
	}

	@OnMessage
	public String echo(String text) {
		return text;
	}

}
