/**
 * A command that asks many instances and ranks the lines that leak.
 */
@NullMarked
package io.timerscope.fleet;

import org.jspecify.annotations.NullMarked;
