/**
 * A small shop whose timers leak, and its careful twin.
 */
@NullMarked
package io.timerscope.sample;

import org.jspecify.annotations.NullMarked;
