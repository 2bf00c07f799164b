package io.timerscope.websocket;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.handler.ExceptionWebSocketHandlerDecorator;
import org.springframework.web.socket.handler.LoggingWebSocketHandlerDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import org.springframework.web.socket.sockjs.support.SockJsHttpRequestHandler;

/**
 * Follows the sessions of handlers that are registered by a {@code WebSocketConfigurer},
 * in a {@code SimpleUrlHandlerMapping} or as beans that a mapping names, SockJS's
 * included. Spring has no decorators there, so what it has made of a handler is made once
 * more, before the mapping takes it over. The handler itself stays the bean that it is. A
 * handler that is followed already and a subclass of what Spring makes stay as they are.
 *
 * @since 0.1.0
 */
public final class RegisteredHandlers implements InstantiationAwareBeanPostProcessor, PriorityOrdered {

	private static final Log LOG = LogFactory.getLog(RegisteredHandlers.class);

	private final Supplier<SessionOwners> owners;

	/**
	 * Follows the handlers of the context that it is a bean of.
	 * @param owners knows the sessions; asked when there is a mapping
	 */
	public RegisteredHandlers(Supplier<SessionOwners> owners) {
		this.owners = owners;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	/** The mapping knows its handlers, and has registered none. */
	@Override
	public boolean postProcessAfterInstantiation(Object bean, String beanName) {
		if (bean instanceof SimpleUrlHandlerMapping mapping) {
			@SuppressWarnings("unchecked")
			Map<String, Object> handlers = (Map<String, Object>) mapping.getUrlMap();
			Map<String, Object> replaced = new LinkedHashMap<>();
			handlers.forEach((path, handler) -> {
				Object followed = followed(handler);
				if (followed != handler) {
					replaced.put(path, followed);
				}
			});
			replace(handlers, replaced);
		}
		return true;
	}

	/** A mapping whose map cannot be changed keeps its handlers. */
	private static void replace(Map<String, Object> handlers, Map<String, Object> replaced) {
		if (!replaced.isEmpty()) {
			try {
				handlers.putAll(replaced);
			}
			catch (UnsupportedOperationException ex) {
				LOG.debug("The handlers of a mapping are not followed", ex);
			}
		}
	}

	/** What a mapping names is a bean of its own. */
	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return followed(bean);
	}

	private Object followed(Object handler) {
		if (handler.getClass() == WebSocketHttpRequestHandler.class) {
			WebSocketHttpRequestHandler known = (WebSocketHttpRequestHandler) handler;
			WebSocketHandler own = own(known.getWebSocketHandler());
			if (own != null) {
				WebSocketHttpRequestHandler followed = new WebSocketHttpRequestHandler(this.owners.get().decorate(own),
						known.getHandshakeHandler());
				followed.setHandshakeInterceptors(known.getHandshakeInterceptors());
				return followed;
			}
		}
		if (handler.getClass() == SockJsHttpRequestHandler.class) {
			SockJsHttpRequestHandler known = (SockJsHttpRequestHandler) handler;
			WebSocketHandler own = own(known.getWebSocketHandler());
			if (own != null) {
				return new SockJsHttpRequestHandler(known.getSockJsService(), this.owners.get().decorate(own));
			}
		}
		return handler;
	}

	/** What the application registered, or {@code null} if it is followed already. */
	private static @Nullable WebSocketHandler own(WebSocketHandler decorated) {
		WebSocketHandler own = decorated;
		while (own.getClass() == ExceptionWebSocketHandlerDecorator.class
				|| own.getClass() == LoggingWebSocketHandlerDecorator.class) {
			own = ((WebSocketHandlerDecorator) own).getDelegate();
		}
		WebSocketHandler inner = own;
		while (inner instanceof WebSocketHandlerDecorator decorator) {
			if (decorator instanceof OwnedSessions) {
				return null;
			}
			inner = decorator.getDelegate();
		}
		return own;
	}

}
