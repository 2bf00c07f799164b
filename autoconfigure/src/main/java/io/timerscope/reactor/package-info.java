/**
 * Reactor's own schedulers, which are no beans and belong to the whole JVM.
 */
@NullMarked
package io.timerscope.reactor;

import org.jspecify.annotations.NullMarked;
