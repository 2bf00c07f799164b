/**
 * Runs as observations, so that a tracer makes a span of each.
 */
@NullMarked
package io.timerscope.observation;

import org.jspecify.annotations.NullMarked;
