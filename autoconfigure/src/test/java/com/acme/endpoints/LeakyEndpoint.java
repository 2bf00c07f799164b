package com.acme.endpoints;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

import org.springframework.stereotype.Component;

/** A heartbeat that goes on, of an endpoint that does not hear of its end. */
@Component
@ServerEndpoint("/endpoints/leaky")
public class LeakyEndpoint {

	@OnOpen
	public void open(Session session) {
		Heartbeats.get().begin(session);
	}

}
