package io.timerscope.sample.orders;

/**
 * What a customer sends to place an order.
 *
 * @param customer who places it
 */
record OrderRequest(String customer) {
}
