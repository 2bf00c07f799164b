/**
 * The record of each task and its runs, of each scheduler and of each owner, and the
 * counts. Internal.
 */
@NullMarked
package io.timerscope.record;

import org.jspecify.annotations.NullMarked;
