package com.acme.endpoints;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.timerscope.scope.TaskScopes;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;

import org.springframework.stereotype.Component;

/** One bean for all sessions, with all that an endpoint can have. */
@Component
@ServerEndpoint(value = "/rooms/{room}", subprotocols = "chat", encoders = Greeting.Writer.class,
		decoders = Greeting.Reader.class, configurator = RoomEndpoint.Doors.class)
public class RoomEndpoint {

	private final Heartbeats heartbeats;

	private final TaskScopes scopes;

	private final Map<String, Session> guests = new ConcurrentHashMap<>();

	public RoomEndpoint(Heartbeats heartbeats, TaskScopes scopes) {
		this.heartbeats = heartbeats;
		this.scopes = scopes;
	}

	@OnOpen
	public void open(Session session, EndpointConfig config, @PathParam("room") String room) {
		ServerEndpointConfig server = (ServerEndpointConfig) config;
		this.guests.put(session.getId(), session);
		this.heartbeats.tell(getClass().getSimpleName() + " " + ((Doors) server.getConfigurator()).name() + " "
				+ server.getEndpointClass().getSimpleName() + " " + room + " "
				+ session.getUserProperties().containsKey("door"));
	}

	@OnMessage
	public Greeting greet(Greeting greeting, Session session, @PathParam("room") String room) {
		switch (greeting.text()) {
			case "remind" -> this.heartbeats.remindLater();
			case "scope" -> this.scopes.session(session).every(Duration.ofHours(1), () -> {
			});
			case "fail" -> throw new IllegalArgumentException("fail");
			default -> this.heartbeats.tell(greeting.text());
		}
		return new Greeting(room + " " + greeting.text());
	}

	@OnError
	public void fail(Session session, Throwable failure) {
		this.heartbeats.tell("failed: " + failure.getMessage());
		this.heartbeats.remindLater();
	}

	@OnClose
	public void close(Session session, CloseReason reason) {
		this.guests.remove(session.getId());
		this.heartbeats.tell("closed " + reason.getCloseCode().getCode());
	}

	/** An application's own, which it expects to find again. */
	public static class Doors extends ServerEndpointConfig.Configurator {

		@Override
		public <T> T getEndpointInstance(Class<T> endpointClass) {
			return Heartbeats.get().bean(endpointClass);
		}

		String name() {
			return "doors";
		}

		@Override
		public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
			((Doors) config.getConfigurator()).name();
			config.getUserProperties().put("door", "open");
		}

	}

}
