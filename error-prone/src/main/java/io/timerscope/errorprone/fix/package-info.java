/**
 * How to repair what a check found.
 */
@NullMarked
package io.timerscope.errorprone.fix;

import org.jspecify.annotations.NullMarked;
