package io.timerscope.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Makes a session the owner of what its endpoint schedules. What the endpoint's message
 * handlers do is the container's call, which nobody else sees.
 */
final class OwnedEndpoint extends Endpoint {

	private final Endpoint endpoint;

	private final FollowingConfigurator configurator;

	private final EndpointSessions sessions;

	private final EndpointOwner owner;

	OwnedEndpoint(Endpoint endpoint, FollowingConfigurator configurator, EndpointSessions sessions,
			EndpointOwner owner) {
		this.endpoint = endpoint;
		this.configurator = configurator;
		this.sessions = sessions;
		this.owner = owner;
	}

	@Override
	public void onOpen(Session session, EndpointConfig config) {
		EndpointConfig own = (config instanceof ServerEndpointConfig server) ? this.configurator.own(server) : config;
		onBehalf(session, () -> this.endpoint.onOpen(session, own));
	}

	@Override
	public void onError(Session session, Throwable failure) {
		onBehalf(session, () -> this.endpoint.onError(session, failure));
	}

	@Override
	public void onClose(Session session, CloseReason reason) {
		try {
			onBehalf(session, () -> this.endpoint.onClose(session, reason));
		}
		finally {
			this.sessions.closed(this.owner);
		}
	}

	private void onBehalf(Session session, Runnable callback) {
		this.sessions.seen(this.owner, session);
		this.sessions.onBehalf(this.owner, callback);
	}

}
