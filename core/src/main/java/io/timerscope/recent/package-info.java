/**
 * What changed in the last hour, and what an operator did. Needs the JDK and JSpecify
 * only.
 */
@NullMarked
package io.timerscope.recent;

import org.jspecify.annotations.NullMarked;
