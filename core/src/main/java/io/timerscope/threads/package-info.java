/**
 * The virtual threads of this JVM, grouped by what they do.
 */
@NullMarked
package io.timerscope.threads;

import org.jspecify.annotations.NullMarked;
