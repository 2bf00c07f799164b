package io.timerscope.sample.carts;

import java.util.UUID;

/**
 * A cart.
 *
 * @param id known to the customer's browser only
 */
record Cart(UUID id) {

	static Cart create() {
		return new Cart(UUID.randomUUID());
	}

}
