/**
 * The storm: many customers at once, and what becomes of the shop. Needs the JDK only,
 * and looks at the shop from outside.
 */
@NullMarked
package io.timerscope.sample.storm;

import org.jspecify.annotations.NullMarked;
