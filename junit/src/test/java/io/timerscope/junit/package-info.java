@NullMarked
package io.timerscope.junit;

import org.jspecify.annotations.NullMarked;
