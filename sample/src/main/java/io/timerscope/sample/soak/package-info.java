/**
 * The soak: an hour of everything at once, at a low rate, careful and leaking side by
 * side. Its beans are there with the profiles {@code soak} and {@code kiosk} only.
 */
@NullMarked
package io.timerscope.sample.soak;

import org.jspecify.annotations.NullMarked;
