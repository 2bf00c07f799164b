/**
 * How findings leave the application: as log lines and as events of the context.
 */
@NullMarked
package io.timerscope.spring.finding;

import org.jspecify.annotations.NullMarked;
