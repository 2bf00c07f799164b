package io.timerscope.snapshot;

import java.time.Duration;
import java.util.List;

import io.timerscope.CallerHandle;
import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/**
 * What and whose the tasks of one site on one scheduler are, at one instant.
 *
 * @param site where they were scheduled
 * @param scheduler the scheduler's name
 * @param handle by what their callers end them
 * @param ownerKind the kind of their owners
 * @param periodic periodic tasks that are live
 * @param once other tasks that are live
 * @param schedule of one of them, of a periodic one where there is any
 * @param age how long ago the first of the owners ended; where none has, how long ago the
 * first task was scheduled
 * @param lastDue in how long the last of the tasks that run once is due, or {@code null}
 * if there is none
 * @param owners how many owners there are, as far as they were told apart
 * @param moreOwners whether there are further owners
 * @param ownerNames names of the owners, each once, the first three met
 * @param captures types that the tasks capture, the application's first; of a sample
 * @param sampledOnce tasks that run once of which the captured objects were read
 * @param completedOnce those of them that capture a completed {@code CompletableFuture}
 * @param otherClasses application's classes that the tasks are of, apart from the one
 * that scheduled them; of a sample
 * @since 0.1.0
 */
public record TaskGroup(Site site, String scheduler, CallerHandle handle, OwnerKind ownerKind, long periodic, long once,
		Schedule schedule, Duration age, @Nullable Duration lastDue, int owners, boolean moreOwners,
		List<String> ownerNames, List<String> captures, int sampledOnce, int completedOnce, List<String> otherClasses) {

	public TaskGroup {
		ownerNames = List.copyOf(ownerNames);
		captures = List.copyOf(captures);
		otherClasses = List.copyOf(otherClasses);
	}

	/**
	 * How many tasks there are.
	 * @return at least one
	 */
	public long count() {
		return this.periodic + this.once;
	}

}
