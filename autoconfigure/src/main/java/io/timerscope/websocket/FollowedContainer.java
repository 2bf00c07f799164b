package io.timerscope.websocket;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;

/**
 * A container as Spring's exporter sees it. What an endpoint declares is handed over as a
 * configuration, as the container itself makes one of it, but with a configurator that
 * follows. An endpoint that cannot be followed is handed over as it came.
 */
final class FollowedContainer implements InvocationHandler {

	private final ServerContainer container;

	private final EndpointSessions sessions;

	private final boolean jetty;

	FollowedContainer(ServerContainer container, EndpointSessions sessions, boolean jetty) {
		this.container = container;
		this.sessions = sessions;
		this.jetty = jetty;
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
		if (method.getName().equals("addEndpoint") && args != null && args.length == 1) {
			ServerEndpointConfig followed = follow(args[0]);
			if (followed != null) {
				this.container.addEndpoint(followed);
				return null;
			}
		}
		try {
			return method.invoke(this.container, args);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	/** Returns {@code null} for what stays as it is. */
	private @Nullable ServerEndpointConfig follow(@Nullable Object endpoint) {
		ServerEndpointConfig[] followed = new ServerEndpointConfig[1];
		this.sessions.ledger().guarded("follow an endpoint", () -> {
			ServerEndpointConfig declared = (endpoint instanceof Class<?> type) ? declared(type)
					: (ServerEndpointConfig) endpoint;
			if (declared != null) {
				followed[0] = follow(declared);
			}
		});
		return followed[0];
	}

	private @Nullable ServerEndpointConfig follow(ServerEndpointConfig declared) {
		Class<?> type = declared.getEndpointClass();
		if (Endpoint.class.isAssignableFrom(type)) {
			return new FollowedConfig(declared, type, new FollowingConfigurator(declared, this.sessions, null));
		}
		EndpointType shape = new EndpointType(type);
		String obstacle = shape.obstacle();
		if (obstacle != null) {
			this.sessions.ledger()
				.attribution()
				.partial("what a session of " + type.getName() + " schedules is not its own, since " + obstacle);
			return null;
		}
		FollowingConfigurator configurator = new FollowingConfigurator(declared, this.sessions, shape);
		// Jetty looks for annotations on the class of the instance, Tomcat on the one it
		// knows
		return new FollowedConfig(declared, this.jetty ? shape.followed() : type, configurator);
	}

	private static @Nullable ServerEndpointConfig declared(Class<?> type) {
		ServerEndpoint endpoint = type.getAnnotation(ServerEndpoint.class);
		if (endpoint == null) {
			return null;
		}
		ServerEndpointConfig.Builder builder = ServerEndpointConfig.Builder.create(type, endpoint.value())
			.decoders(Arrays.asList(endpoint.decoders()))
			.encoders(Arrays.asList(endpoint.encoders()))
			.subprotocols(Arrays.asList(endpoint.subprotocols()));
		if (endpoint.configurator() != ServerEndpointConfig.Configurator.class) {
			builder.configurator(BeanUtils.instantiateClass(endpoint.configurator()));
		}
		return builder.build();
	}

}
