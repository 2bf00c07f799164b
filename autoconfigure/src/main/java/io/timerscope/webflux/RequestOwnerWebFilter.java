package io.timerscope.webflux;

import io.timerscope.ledger.TaskLedger;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Makes a WebFlux request the owner of what is scheduled on its behalf, and says when it
 * is over. How far that reaches depends on Reactor: with automatic context propagation
 * wherever the request's signals go, otherwise up to its first change of thread.
 *
 * @since 0.1.0
 */
public final class RequestOwnerWebFilter implements WebFilter, Ordered {

	private final TaskLedger ledger;

	private final Object contextKey;

	/**
	 * Follows requests.
	 * @param ledger where their tasks are noted
	 * @param contextKey under which Reactor's context carries the owner
	 */
	public RequestOwnerWebFilter(TaskLedger ledger, Object contextKey) {
		this.ledger = ledger;
		this.contextKey = contextKey;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return Mono.defer(() -> {
			ExchangeOwner owner = new ExchangeOwner(this.ledger, exchange);
			return new OnBehalf(chain.filter(exchange), this.ledger.context(), owner)
				.doFinally((signal) -> this.ledger.guarded("leave a request", owner::exit))
				.contextWrite((context) -> context.put(this.contextKey, owner));
		});
	}

}
