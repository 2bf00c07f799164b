package io.timerscope.webflux;

import io.timerscope.ledger.TaskLedger;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.support.WebSocketHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Spring's adapter, with the application's own service behind it. */
final class OwnedHandlerAdapter extends WebSocketHandlerAdapter {

	private final TaskLedger ledger;

	private final Object contextKey;

	OwnedHandlerAdapter(WebSocketHandlerAdapter adapter, TaskLedger ledger, Object contextKey) {
		super(adapter.getWebSocketService());
		setOrder(adapter.getOrder());
		this.ledger = ledger;
		this.contextKey = contextKey;
	}

	@Override
	public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
		return super.handle(exchange,
				new OwnedReactiveSessions((WebSocketHandler) handler, this.ledger, this.contextKey));
	}

}
