/**
 * The ledger of scheduled tasks and the decorators that write it. Needs the JDK only.
 */
@NullMarked
package io.timerscope;

import org.jspecify.annotations.NullMarked;
