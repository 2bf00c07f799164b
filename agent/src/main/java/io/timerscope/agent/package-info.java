/**
 * The switch that lets the JDK's own schedulers tell who scheduled what.
 */
@NullMarked
package io.timerscope.agent;

import org.jspecify.annotations.NullMarked;
