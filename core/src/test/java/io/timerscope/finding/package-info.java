@NullMarked
package io.timerscope.finding;

import org.jspecify.annotations.NullMarked;
