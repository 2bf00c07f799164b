/**
 * Begin and end of a WebFlux request.
 */
@NullMarked
package io.timerscope.webflux;

import org.jspecify.annotations.NullMarked;
