package io.timerscope.webflux;

import java.lang.reflect.Modifier;

import io.timerscope.ledger.TaskLedger;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * A session as its handler sees it: of the same class, and what it receives is handled on
 * its behalf. A server signals messages on a thread of its own, far from where the
 * handler subscribed.
 */
final class SessionView implements MethodInterceptor {

	private final TaskLedger ledger;

	private final ReactiveSessionOwner owner;

	private SessionView(TaskLedger ledger, ReactiveSessionOwner owner) {
		this.ledger = ledger;
		this.owner = owner;
	}

	/** The session itself where its class can have no view. */
	static WebSocketSession of(WebSocketSession session, TaskLedger ledger, ReactiveSessionOwner owner) {
		WebSocketSession[] view = { session };
		if (!Modifier.isFinal(session.getClass().getModifiers())) {
			ledger.guarded("view a session", () -> view[0] = view(session, new SessionView(ledger, owner)));
		}
		return view[0];
	}

	private static WebSocketSession view(WebSocketSession session, SessionView advice) {
		ProxyFactory factory = new ProxyFactory();
		factory.setTarget(session);
		factory.setProxyTargetClass(true);
		factory.setOpaque(true);
		factory.addAdvice(advice);
		return (WebSocketSession) factory.getProxy(session.getClass().getClassLoader());
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object result = invocation.proceed();
		if (result instanceof Flux<?> messages && invocation.getMethod().getName().equals("receive")) {
			return OwnedSignals.of(messages, this.ledger.context(), this.owner);
		}
		if (result instanceof Mono<?> status && invocation.getMethod().getName().equals("closeStatus")) {
			return OwnedSignals.of(status, this.ledger.context(), this.owner);
		}
		return result;
	}

}
