package io.timerscope.webflux;

import java.util.function.Supplier;

import io.timerscope.Owner;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.SessionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.support.WebSocketHandlerAdapter;

/**
 * Follows the sessions of WebFlux's handlers, however they are mapped: the adapter that
 * calls them is replaced by one that does the same on behalf of the session. A subclass
 * of the adapter stays as it is.
 *
 * @since 0.1.0
 */
public final class ReactiveSessions implements BeanPostProcessor, SessionLookup {

	private final Supplier<TaskLedger> ledger;

	private final Supplier<Object> contextKey;

	/**
	 * Follows the sessions of the context that it is a bean of.
	 * @param ledger where their tasks are noted; asked when there is an adapter
	 * @param contextKey under which Reactor's context carries the owner
	 */
	public ReactiveSessions(Supplier<TaskLedger> ledger, Supplier<Object> contextKey) {
		this.ledger = ledger;
		this.contextKey = contextKey;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean.getClass() != WebSocketHandlerAdapter.class) {
			return bean;
		}
		return new OwnedHandlerAdapter((WebSocketHandlerAdapter) bean, this.ledger.get(), this.contextKey.get());
	}

	@Override
	public @Nullable Owner find(Object session) {
		return (session instanceof WebSocketSession reactive
				&& reactive.getAttributes().get(ReactiveSessionOwner.ATTRIBUTE) instanceof ReactiveSessionOwner owner)
						? owner.owner() : null;
	}

}
