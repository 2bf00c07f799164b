/**
 * Carts that expire when nobody checks them out.
 */
@NullMarked
package io.timerscope.sample.carts;

import org.jspecify.annotations.NullMarked;
