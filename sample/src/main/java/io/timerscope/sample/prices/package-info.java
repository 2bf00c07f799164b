/**
 * Prices, sent for as long as a customer listens.
 */
@NullMarked
package io.timerscope.sample.prices;

import org.jspecify.annotations.NullMarked;
