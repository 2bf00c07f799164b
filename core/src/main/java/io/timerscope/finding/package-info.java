/**
 * What is wrong with the application's tasks, why, and what to do. Needs the JDK only.
 */
@NullMarked
package io.timerscope.finding;

import org.jspecify.annotations.NullMarked;
