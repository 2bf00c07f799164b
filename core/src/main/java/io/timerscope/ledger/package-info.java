/**
 * The one book of scheduled tasks, and the doors to it: what decorators write and readers
 * ask.
 */
@NullMarked
package io.timerscope.ledger;

import org.jspecify.annotations.NullMarked;
