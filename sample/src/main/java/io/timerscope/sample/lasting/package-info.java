/**
 * Tasks that go on after their request, on purpose. Nothing here is a leak.
 */
@NullMarked
package io.timerscope.sample.lasting;

import org.jspecify.annotations.NullMarked;
