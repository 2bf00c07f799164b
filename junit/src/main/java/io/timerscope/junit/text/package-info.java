/**
 * How times, names and tasks are written and read.
 */
@NullMarked
package io.timerscope.junit.text;

import org.jspecify.annotations.NullMarked;
