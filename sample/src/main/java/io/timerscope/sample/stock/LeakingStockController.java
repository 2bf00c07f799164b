package io.timerscope.sample.stock;

import io.timerscope.sample.ShopProperties;
import reactor.core.publisher.Flux;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Watches the stock for a customer by an interval of Reactor that nobody can dispose of.
 */
@RestController
@RequestMapping("/leaking/stock-watches")
class LeakingStockController {

	private final Warehouse warehouse;

	private final ShopProperties shop;

	LeakingStockController(Warehouse warehouse, ShopProperties shop) {
		this.warehouse = warehouse;
		this.shop = shop;
	}

	@PutMapping("/{customer}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@SuppressWarnings({ "FluxNeverDisposed", "PeriodicTaskInRequest" }) // the leak
	void watch(@PathVariable String customer) {
		Flux.interval(this.shop.quotePeriod()).onBackpressureDrop().subscribe((tick) -> this.warehouse.look(customer));
	}

}
