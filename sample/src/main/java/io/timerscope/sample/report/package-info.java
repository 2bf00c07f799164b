/**
 * What the shop tells its owner.
 */
@NullMarked
package io.timerscope.sample.report;

import org.jspecify.annotations.NullMarked;
