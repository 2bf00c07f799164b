@NullMarked
package io.timerscope.jfr;

import org.jspecify.annotations.NullMarked;
