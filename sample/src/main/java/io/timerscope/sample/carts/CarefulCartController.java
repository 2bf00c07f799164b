package io.timerscope.sample.carts;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.timerscope.sample.ShopProperties;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Writes down when each cart expires and sweeps: one task for all carts, owned by this
 * bean, and nothing in memory for a cart that was checked out.
 */
@RestController
@RequestMapping("/careful/carts")
class CarefulCartController {

	private final Map<UUID, Instant> expiries = new ConcurrentHashMap<>();

	private final ShopProperties shop;

	CarefulCartController(ShopProperties shop) {
		this.shop = shop;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Cart create() {
		Cart cart = Cart.create();
		this.expiries.put(cart.id(), Instant.now().plus(this.shop.cartLifetime()));
		return cart;
	}

	@PostMapping("/{id}/checkout")
	ResponseEntity<Void> checkOut(@PathVariable UUID id) {
		return (this.expiries.remove(id) != null) ? ResponseEntity.noContent().build()
				: ResponseEntity.notFound().build();
	}

	@Scheduled(fixedDelayString = "1s")
	void sweep() {
		Instant now = Instant.now();
		this.expiries.values().removeIf((expiry) -> expiry.isBefore(now));
	}

}
