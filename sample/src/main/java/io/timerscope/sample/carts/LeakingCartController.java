package io.timerscope.sample.carts;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.timerscope.sample.ShopProperties;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Starts a timer with each cart. The timer holds the cart until it is due, also when the
 * cart was checked out long before.
 */
@RestController
@RequestMapping("/leaking/carts")
class LeakingCartController {

	private final Set<UUID> open = ConcurrentHashMap.newKeySet();

	private final TaskScheduler scheduler;

	private final ShopProperties shop;

	LeakingCartController(TaskScheduler scheduler, ShopProperties shop) {
		this.scheduler = scheduler;
		this.shop = shop;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@SuppressWarnings({ "FutureReturnValueIgnored", "TimeoutNotCancelled" }) // the leak
	Cart create() {
		Cart cart = Cart.create();
		this.open.add(cart.id());
		this.scheduler.schedule(() -> this.open.remove(cart.id()), Instant.now().plus(this.shop.cartLifetime()));
		return cart;
	}

	@PostMapping("/{id}/checkout")
	ResponseEntity<Void> checkOut(@PathVariable UUID id) {
		return this.open.remove(id) ? ResponseEntity.noContent().build() : ResponseEntity.notFound().build();
	}

}
