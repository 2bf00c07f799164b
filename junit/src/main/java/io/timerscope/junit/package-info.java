/**
 * Fails a test that leaves a task, a scheduler or a timer thread behind.
 */
@NullMarked
package io.timerscope.junit;

import org.jspecify.annotations.NullMarked;
