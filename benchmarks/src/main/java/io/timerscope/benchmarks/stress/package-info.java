/**
 * The law Once under every interleaving that two or three threads can produce.
 */
@NullMarked
package io.timerscope.benchmarks.stress;

import org.jspecify.annotations.NullMarked;
