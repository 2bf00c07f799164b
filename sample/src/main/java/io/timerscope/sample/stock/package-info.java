/**
 * Goods that customers wait for, watched with Reactor.
 */
@NullMarked
package io.timerscope.sample.stock;

import org.jspecify.annotations.NullMarked;
