/**
 * What is wrong with the application's tasks, why, and what to do. Needs the JDK and
 * JSpecify only.
 */
@NullMarked
package io.timerscope.finding;

import org.jspecify.annotations.NullMarked;
