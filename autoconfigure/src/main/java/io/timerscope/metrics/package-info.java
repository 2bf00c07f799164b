/**
 * The ledger as meters.
 */
@NullMarked
package io.timerscope.metrics;

import org.jspecify.annotations.NullMarked;
