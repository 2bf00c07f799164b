/**
 * The threads of this JVM: which belong to a pool or a timer, and which nobody is to
 * blame for.
 */
@NullMarked
package io.timerscope.junit.thread;

import org.jspecify.annotations.NullMarked;
