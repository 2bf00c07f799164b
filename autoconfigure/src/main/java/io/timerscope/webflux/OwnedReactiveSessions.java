package io.timerscope.webflux;

import java.util.List;

import io.timerscope.ledger.TaskLedger;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/**
 * Makes each session the owner of what its handler schedules, until the handler is done
 * or the connection is closed, whichever comes first.
 */
final class OwnedReactiveSessions implements WebSocketHandler {

	private final WebSocketHandler handler;

	private final TaskLedger ledger;

	private final Object contextKey;

	OwnedReactiveSessions(WebSocketHandler handler, TaskLedger ledger, Object contextKey) {
		this.handler = handler;
		this.ledger = ledger;
		this.contextKey = contextKey;
	}

	@Override
	public List<String> getSubProtocols() {
		return this.handler.getSubProtocols();
	}

	@Override
	public Mono<Void> handle(WebSocketSession session) {
		ReactiveSessionOwner owner = new ReactiveSessionOwner(this.ledger, session);
		this.ledger.guarded("open a session", () -> {
			session.getAttributes().put(ReactiveSessionOwner.ATTRIBUTE, owner);
			session.closeStatus().subscribe((status) -> end(owner), (failure) -> end(owner), () -> end(owner));
		});
		WebSocketSession view = SessionView.of(session, this.ledger, owner);
		return new OnBehalf(Mono.defer(() -> this.handler.handle(view)), this.ledger.context(), owner)
			.doFinally((signal) -> end(owner))
			.contextWrite((context) -> context.put(this.contextKey, owner));
	}

	private void end(ReactiveSessionOwner owner) {
		this.ledger.guarded("close a session", owner::end);
	}

}
