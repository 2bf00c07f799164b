package io.timerscope.webflux;

import io.timerscope.OwnerKind;
import io.timerscope.ledger.OwnerOnDemand;
import io.timerscope.ledger.TaskLedger;
import org.springframework.web.reactive.socket.WebSocketSession;

/** One WebSocket session on WebFlux, known by the path of its handshake. */
final class ReactiveSessionOwner extends OwnerOnDemand {

	static final String ATTRIBUTE = ReactiveSessionOwner.class.getName();

	private final String path;

	ReactiveSessionOwner(TaskLedger ledger, WebSocketSession session) {
		super(ledger, OwnerKind.SESSION);
		this.path = session.getHandshakeInfo().getUri().getRawPath();
	}

	@Override
	protected String name() {
		return this.path;
	}

}
