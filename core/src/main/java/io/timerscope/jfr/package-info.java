/**
 * News of the ledger and of the findings as events of the JDK's Flight Recorder. Loaded
 * only where the module {@code jdk.jfr} is.
 */
@NullMarked
package io.timerscope.jfr;

import org.jspecify.annotations.NullMarked;
