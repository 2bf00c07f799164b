package io.timerscope.actuate;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timerscope.LiveGroup;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Live tasks by creation stack: what the flame graph is drawn from.
 *
 * @param stacks leaks first, then the largest
 * @since 0.1.0
 */
public record StacksDescriptor(List<StackDescriptor> stacks) implements OperationResponseBody {

	static StacksDescriptor of(List<LiveGroup> groups) {
		return new StacksDescriptor(groups.stream().map(StackDescriptor::of).toList());
	}

	/**
	 * Live tasks that agree in stack, scheduler, owner and leak.
	 *
	 * @param count how many
	 * @param scheduler the scheduler's name
	 * @param owner {@code kind:name}
	 * @param leak why they are leaks; absent if they are none
	 * @param frames the stack, the scheduling line first
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record StackDescriptor(long count, String scheduler, String owner, @Nullable String leak,
			List<String> frames) {

		static StackDescriptor of(LiveGroup group) {
			return new StackDescriptor(group.count(), group.scheduler(), CreationStack.ownerOf(group),
					(group.leak() == null) ? null : group.leak().label(), Frames.of(CreationStack.of(group.site())));
		}

	}

}
