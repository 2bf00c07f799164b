/**
 * What a kind of scheduler is like, and what can be read of the pool behind one.
 */
@NullMarked
package io.timerscope.pool;

import org.jspecify.annotations.NullMarked;
