/**
 * Where a call comes from: walks the stack to the line of the application that scheduled.
 * Internal.
 */
@NullMarked
package io.timerscope.origin;

import org.jspecify.annotations.NullMarked;
