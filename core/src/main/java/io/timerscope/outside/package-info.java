/**
 * Finds what runs timers in this JVM beyond the tracked schedulers.
 */
@NullMarked
package io.timerscope.outside;

import org.jspecify.annotations.NullMarked;
