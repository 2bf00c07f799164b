/**
 * What objects hold: the pools and timers in the fields of beans, and whether an object
 * that a task holds has ended. Reads fields by reflection and changes nothing.
 */
@NullMarked
package io.timerscope.spring.held;

import org.jspecify.annotations.NullMarked;
