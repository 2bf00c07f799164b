package io.timerscope.actuate;

import org.jspecify.annotations.Nullable;

/**
 * A rule that an operator wants to add, as text.
 *
 * @param site the site pattern
 * @param onOwnerEnd {@code report} or {@code cancel}
 * @param grace a duration
 * @param maxLive a whole number
 * @param stuckAfter a duration
 * @param ignore {@code true} or {@code false}
 * @since 0.1.0
 */
public record RuleRequest(@Nullable String site, @Nullable String onOwnerEnd, @Nullable String grace,
		@Nullable String maxLive, @Nullable String stuckAfter, @Nullable String ignore) {
}
