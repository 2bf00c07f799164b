/**
 * Properties and wiring: sees every other package and is seen by none.
 */
@NullMarked
package io.timerscope.autoconfigure;

import org.jspecify.annotations.NullMarked;
