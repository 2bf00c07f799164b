/**
 * Exports, each with threads of its own.
 */
@NullMarked
package io.timerscope.sample.exports;

import org.jspecify.annotations.NullMarked;
