package io.timerscope.websocket;

import java.util.List;

import jakarta.websocket.Endpoint;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import org.jspecify.annotations.Nullable;

/**
 * Does what the application's configurator does, and follows the endpoints that it makes.
 * Containers ask for an endpoint once for each session.
 */
final class FollowingConfigurator extends ServerEndpointConfig.Configurator {

	private final ServerEndpointConfig declared;

	private final ServerEndpointConfig.Configurator own;

	private final EndpointSessions sessions;

	private final @Nullable EndpointType shape;

	/** Without a shape for a class that is an {@link Endpoint}. */
	FollowingConfigurator(ServerEndpointConfig declared, EndpointSessions sessions, @Nullable EndpointType shape) {
		this.declared = declared;
		this.own = declared.getConfigurator();
		this.sessions = sessions;
		this.shape = shape;
	}

	@Override
	@SuppressWarnings("unchecked") // containers take what comes for an object of any
									// class
	public <T> T getEndpointInstance(Class<T> endpointClass) throws InstantiationException {
		Object endpoint = this.own.getEndpointInstance(this.declared.getEndpointClass());
		Object[] followed = { endpoint };
		this.sessions.ledger().guarded("follow a session", () -> followed[0] = follow(endpoint));
		return (T) followed[0];
	}

	private Object follow(Object endpoint) {
		if (this.shape == null) {
			return new OwnedEndpoint((Endpoint) endpoint, this, this.sessions,
					this.sessions.owner(this.declared.getPath(), true));
		}
		return this.shape.follow(new EndpointCalls(endpoint, this, this.sessions,
				this.sessions.owner(this.declared.getPath(), this.shape.hearsOfItsEnd())));
	}

	/** What the application sees of a configuration: its own class and configurator. */
	ServerEndpointConfig own(ServerEndpointConfig config) {
		return new FollowedConfig(config, this.declared.getEndpointClass(), this.own);
	}

	@Override
	public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
		this.own.modifyHandshake(own(config), request, response);
	}

	@Override
	public boolean checkOrigin(String originHeaderValue) {
		return this.own.checkOrigin(originHeaderValue);
	}

	@Override
	public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
		return this.own.getNegotiatedSubprotocol(supported, requested);
	}

	@Override
	public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
		return this.own.getNegotiatedExtensions(installed, requested);
	}

}
