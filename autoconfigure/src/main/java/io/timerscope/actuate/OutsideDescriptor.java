package io.timerscope.actuate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timerscope.outside.OutsideGroup;
import org.jspecify.annotations.Nullable;

/**
 * Threads of one name that run timers beyond the tracked schedulers.
 *
 * @param name their name, with {@code #} in place of numbers where there are several
 * @param count how many
 * @param kind {@code pool}, {@code timer} or {@code thread}
 * @param library the library that made them, where it is known
 * @param heldBy bean and field that hold the pool, where a bean does
 * @param createdAt the line that made the pools, where the agent saw it
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutsideDescriptor(String name, int count, String kind, @Nullable String library, @Nullable String heldBy,
		@Nullable String createdAt) {

	static OutsideDescriptor of(OutsideGroup group) {
		return new OutsideDescriptor(group.name(), group.count(), group.kind().label(), group.library(), group.heldBy(),
				group.createdAt());
	}

}
