package io.timerscope.sample.stock;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.timerscope.sample.ShopProperties;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Watches the stock for a customer by an interval of Reactor, until the customer has
 * enough of it.
 */
@RestController
@RequestMapping("/careful/stock-watches")
class CarefulStockController {

	private final Map<String, Disposable> watches = new ConcurrentHashMap<>();

	private final Warehouse warehouse;

	private final ShopProperties shop;

	CarefulStockController(Warehouse warehouse, ShopProperties shop) {
		this.warehouse = warehouse;
		this.shop = shop;
	}

	@PutMapping("/{customer}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void watch(@PathVariable String customer) {
		end(this.watches.put(customer,
				Flux.interval(this.shop.quotePeriod())
					.onBackpressureDrop()
					.subscribe((tick) -> this.warehouse.look(customer))));
	}

	@DeleteMapping("/{customer}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void giveUp(@PathVariable String customer) {
		end(this.watches.remove(customer));
	}

	@PreDestroy
	void close() {
		this.watches.values().forEach(CarefulStockController::end);
	}

	private static void end(@Nullable Disposable watch) {
		if (watch != null) {
			watch.dispose();
		}
	}

}
