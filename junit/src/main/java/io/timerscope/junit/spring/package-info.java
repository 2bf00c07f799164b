/**
 * The Spring contexts of tests, and what in them belongs to the context.
 */
@NullMarked
package io.timerscope.junit.spring;

import org.jspecify.annotations.NullMarked;
