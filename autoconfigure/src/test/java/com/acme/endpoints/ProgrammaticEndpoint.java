package com.acme.endpoints;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;

/** Extends the class where others annotate. */
public class ProgrammaticEndpoint extends Endpoint {

	private final Heartbeats heartbeats;

	public ProgrammaticEndpoint(Heartbeats heartbeats) {
		this.heartbeats = heartbeats;
	}

	@Override
	public void onOpen(Session session, EndpointConfig config) {
		this.heartbeats.begin(session);
		session.addMessageHandler(new MessageHandler.Whole<String>() {

			@Override
			public void onMessage(String text) {
				session.getAsyncRemote().sendText(text);
			}

		});
	}

	@Override
	public void onClose(Session session, CloseReason reason) {
		this.heartbeats.remindLater();
	}

}
