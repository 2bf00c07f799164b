/**
 * Begin and end of a WebFlux request and of its WebSocket session.
 */
@NullMarked
package io.timerscope.webflux;

import org.jspecify.annotations.NullMarked;
