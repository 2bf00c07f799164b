package io.timerscope.sample.orders;

/**
 * An order that was placed.
 *
 * @param id its number
 * @param customer who placed it
 */
record Order(long id, String customer) {
}
