package io.timerscope.websocket;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import io.timerscope.OwnerSource;
import jakarta.websocket.OnClose;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.cglib.proxy.MethodInterceptor;
import org.springframework.cglib.proxy.MethodProxy;
import org.springframework.util.ReflectionUtils;

/**
 * Calls of one session's endpoint. They go on to the object that the application's
 * configurator made, which may serve many sessions.
 */
final class EndpointCalls implements MethodInterceptor {

	private final Object endpoint;

	private final FollowingConfigurator configurator;

	private final EndpointSessions sessions;

	private final EndpointOwner owner;

	EndpointCalls(Object endpoint, FollowingConfigurator configurator, EndpointSessions sessions, EndpointOwner owner) {
		this.endpoint = endpoint;
		this.configurator = configurator;
		this.sessions = sessions;
		this.owner = owner;
	}

	@Override
	public @Nullable Object intercept(Object proxy, Method method, @Nullable Object[] args, MethodProxy proceed)
			throws Throwable {
		if (!EndpointType.isCallback(method)) {
			return call(method, args);
		}
		for (int i = 0; i < args.length; i++) {
			if (args[i] instanceof Session session) {
				this.sessions.seen(this.owner, session);
			}
			else if (args[i] instanceof ServerEndpointConfig config) {
				args[i] = this.configurator.own(config);
			}
		}
		OwnerSource before = this.sessions.ledger().context().swap(this.owner);
		try {
			return call(method, args);
		}
		finally {
			this.sessions.ledger().context().swap(before);
			if (method.isAnnotationPresent(OnClose.class)) {
				this.sessions.closed(this.owner);
			}
		}
	}

	private @Nullable Object call(Method method, @Nullable Object[] args) throws Throwable {
		ReflectionUtils.makeAccessible(method);
		try {
			return method.invoke(this.endpoint, args);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
