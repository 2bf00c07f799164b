/**
 * What one compilation unit declares, makes, schedules and ends.
 */
@NullMarked
package io.timerscope.errorprone.unit;

import org.jspecify.annotations.NullMarked;
