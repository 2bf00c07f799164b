/**
 * Walks over the live tasks that group and sum up. Internal.
 */
@NullMarked
package io.timerscope.survey;

import org.jspecify.annotations.NullMarked;
