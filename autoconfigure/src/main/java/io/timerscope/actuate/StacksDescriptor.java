package io.timerscope.actuate;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timerscope.snapshot.LiveGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Live tasks by creation stack: what the flame graph is drawn from.
 *
 * @param stacks leaks first, then the largest, at most a thousand
 * @param omitted how many live tasks are in none of them; absent if there is none
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StacksDescriptor(List<StackDescriptor> stacks, @Nullable Long omitted) implements OperationResponseBody {

	private static final int LIMIT = 1_000;

	static StacksDescriptor of(List<LiveGroup> groups) {
		long omitted = groups.stream().skip(LIMIT).mapToLong(LiveGroup::count).sum();
		return new StacksDescriptor(groups.stream().limit(LIMIT).map(StackDescriptor::of).toList(),
				(omitted == 0) ? null : omitted);
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
