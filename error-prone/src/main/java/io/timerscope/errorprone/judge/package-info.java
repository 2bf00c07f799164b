/**
 * What is missing, and whether it is worth a finding.
 */
@NullMarked
package io.timerscope.errorprone.judge;

import org.jspecify.annotations.NullMarked;
