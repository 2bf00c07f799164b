/**
 * The switch that lets the JDK's own schedulers tell who scheduled what.
 */
@NullMarked
package io.timerscope.junit.agent;

import org.jspecify.annotations.NullMarked;
