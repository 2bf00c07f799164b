/**
 * Compile-time checks for scheduled tasks, timers and schedulers that nobody ends.
 */
@NullMarked
package io.timerscope.errorprone;

import org.jspecify.annotations.NullMarked;
