/** A larger application, to see what its start takes. */
@NullMarked
package io.timerscope.sample.large;

import org.jspecify.annotations.NullMarked;
