/**
 * Stops an avalanche of tasks: samples, a breaker with hysteresis, and its verdict on
 * each new task. Needs the JDK and JSpecify only.
 */
@NullMarked
package io.timerscope.guard;

import org.jspecify.annotations.NullMarked;
