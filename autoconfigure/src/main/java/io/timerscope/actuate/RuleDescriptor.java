package io.timerscope.actuate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A rule for some sites, in the order in which they count.
 *
 * @param number names the rule for as long as the process lives
 * @param source {@code configuration}, or {@code runtime} for one that was added over the
 * endpoint
 * @param site the site pattern
 * @param onOwnerEnd {@code report} or {@code cancel}
 * @param grace how long tasks may outlive their owner
 * @param maxLive how many tasks may be live
 * @param stuckAfter how long one run may take
 * @param ignore {@code true} where nothing is reported of the sites
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleDescriptor(int number, String source, String site, @Nullable String onOwnerEnd,
		@Nullable String grace, @Nullable Integer maxLive, @Nullable String stuckAfter,
		@Nullable Boolean ignore) implements OperationResponseBody {
}
