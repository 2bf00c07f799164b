/**
 * The ledger of scheduled tasks and the decorators that write it. Needs the JDK and
 * JSpecify only.
 */
@NullMarked
package io.timerscope;

import org.jspecify.annotations.NullMarked;
