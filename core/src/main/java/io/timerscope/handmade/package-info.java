/**
 * The pools and timers that are no beans, as an agent tells of them.
 */
@NullMarked
package io.timerscope.handmade;

import org.jspecify.annotations.NullMarked;
