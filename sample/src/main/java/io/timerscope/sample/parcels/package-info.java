/**
 * Where a parcel is, told over a WebSocket.
 */
@NullMarked
package io.timerscope.sample.parcels;

import org.jspecify.annotations.NullMarked;
