package io.timerscope.webflux;

import io.timerscope.OwnerKind;
import io.timerscope.ledger.OwnerOnDemand;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.ServerWebExchange;

/** One WebFlux request. It lets go of the exchange at its end. */
final class ExchangeOwner extends OwnerOnDemand {

	private final String method;

	private volatile String path;

	private volatile @Nullable ServerWebExchange exchange;

	ExchangeOwner(TaskLedger ledger, ServerWebExchange exchange) {
		super(ledger, OwnerKind.REQUEST);
		this.method = exchange.getRequest().getMethod().name();
		this.path = exchange.getRequest().getURI().getRawPath();
		this.exchange = exchange;
	}

	/** The response is complete, or nobody wants it any more. */
	void exit() {
		ServerWebExchange exchange = this.exchange;
		if (exchange != null) {
			this.path = route(exchange);
			this.exchange = null;
			rename();
		}
		end();
	}

	@Override
	protected String name() {
		ServerWebExchange exchange = this.exchange;
		return this.method + " " + ((exchange != null) ? route(exchange) : this.path);
	}

	/** The pattern of static resources matches whatever no route matched. */
	private String route(ServerWebExchange exchange) {
		Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		Object handler = exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
		return (pattern == null || handler instanceof ResourceWebHandler) ? this.path : pattern.toString();
	}

}
