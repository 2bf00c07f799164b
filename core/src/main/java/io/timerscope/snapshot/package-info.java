/**
 * What readers get: immutable words, instants and durations.
 */
@NullMarked
package io.timerscope.snapshot;

import org.jspecify.annotations.NullMarked;
