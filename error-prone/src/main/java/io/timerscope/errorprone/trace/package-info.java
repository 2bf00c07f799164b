/**
 * Follows code from one place of a compilation unit to the next: calls, callbacks,
 * exceptions and the ways out of a method.
 */
@NullMarked
package io.timerscope.errorprone.trace;

import org.jspecify.annotations.NullMarked;
