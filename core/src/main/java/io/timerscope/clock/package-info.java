/**
 * The time of what happens to tasks, and for how long the JVM was asleep. Internal.
 */
@NullMarked
package io.timerscope.clock;

import org.jspecify.annotations.NullMarked;
