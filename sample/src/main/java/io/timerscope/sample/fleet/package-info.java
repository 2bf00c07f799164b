/**
 * A fleet of shops on one machine.
 */
@NullMarked
package io.timerscope.sample.fleet;

import org.jspecify.annotations.NullMarked;
