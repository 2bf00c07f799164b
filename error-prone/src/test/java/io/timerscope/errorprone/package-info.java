@NullMarked
package io.timerscope.errorprone;

import org.jspecify.annotations.NullMarked;
