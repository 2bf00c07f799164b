@NullMarked
package io.timerscope.guard;

import org.jspecify.annotations.NullMarked;
