/**
 * What tracking costs, as ratios to the same work on the bare scheduler and on what a
 * user would pick instead.
 */
@NullMarked
package io.timerscope.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
