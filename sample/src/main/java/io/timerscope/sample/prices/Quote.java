package io.timerscope.sample.prices;

import java.time.Instant;

/**
 * A price at a moment.
 *
 * @param time when it was valid
 * @param cents the price
 */
record Quote(Instant time, long cents) {
}
