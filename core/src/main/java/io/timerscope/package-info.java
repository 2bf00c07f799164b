/**
 * The book of scheduled tasks: what was scheduled, for whom, and what outlived its owner.
 */
@NullMarked
package io.timerscope;

import org.jspecify.annotations.NullMarked;
