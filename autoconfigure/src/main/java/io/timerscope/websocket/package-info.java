/**
 * Begin and end of a WebSocket session.
 */
@NullMarked
package io.timerscope.websocket;

import org.jspecify.annotations.NullMarked;
