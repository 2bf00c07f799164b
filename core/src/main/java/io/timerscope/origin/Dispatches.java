package io.timerscope.origin;

import java.util.Set;

/**
 * The types whose implementations pass a request on. Known by name, since none of them
 * has to be there.
 */
final class Dispatches {

	private static final Set<String> TYPES = Set.of("jakarta.servlet.FilterChain", "jakarta.servlet.Servlet",
			"org.springframework.web.server.WebFilterChain", "org.springframework.web.server.WebHandler",
			"org.springframework.http.server.reactive.HttpHandler",
			"org.springframework.web.socket.handler.WebSocketHandlerDecorator");

	private Dispatches() {
	}

	static boolean isDispatch(Class<?> type) {
		for (Class<?> it = type; it != null; it = it.getSuperclass()) {
			if (TYPES.contains(it.getName()) || hasDispatchInterface(it)) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasDispatchInterface(Class<?> type) {
		for (Class<?> it : type.getInterfaces()) {
			if (TYPES.contains(it.getName()) || hasDispatchInterface(it)) {
				return true;
			}
		}
		return false;
	}

}
