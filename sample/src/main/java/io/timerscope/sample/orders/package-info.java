/**
 * Orders, and reminders until they are paid.
 */
@NullMarked
package io.timerscope.sample.orders;

import org.jspecify.annotations.NullMarked;
