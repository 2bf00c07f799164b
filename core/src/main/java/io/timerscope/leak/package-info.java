/**
 * Decides which live tasks are leaks. Internal.
 */
@NullMarked
package io.timerscope.leak;

import org.jspecify.annotations.NullMarked;
