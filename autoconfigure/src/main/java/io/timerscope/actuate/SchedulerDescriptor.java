package io.timerscope.actuate;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timerscope.Totals;
import io.timerscope.snapshot.SchedulerSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler. All that concerns its tasks is absent if it is not tracked, all that
 * concerns its pool is absent where there is no pool to ask.
 *
 * @param name for a bean the bean name
 * @param type the user's class
 * @param tracked whether its tasks are in the ledger
 * @param reason why they are not
 * @param live its live tasks
 * @param running those that run now
 * @param leaked those that are leaks
 * @param retained cancelled tasks that its queue still holds, as last sampled
 * @param scheduled its tasks since the start
 * @param poolSize threads of its pool
 * @param activeThreads threads at work
 * @param queued entries of its queue
 * @param removeOnCancel whether the queue lets cancelled tasks go
 * @param lateness how late its runs start
 * @param unwatchedFutures classes of its futures of which nobody can tell whether they
 * are still held, since they are the user's own; absent where there are none
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SchedulerDescriptor(String name, String type, boolean tracked, @Nullable String reason,
		@Nullable Long live, @Nullable Long running, @Nullable Long leaked, @Nullable Long retained,
		@Nullable Long scheduled, @Nullable Integer poolSize, @Nullable Integer activeThreads, @Nullable Integer queued,
		@Nullable Boolean removeOnCancel, @Nullable LatenessDescriptor lateness,
		@Nullable List<String> unwatchedFutures) {

	static SchedulerDescriptor of(SchedulerSnapshot it) {
		if (!it.tracked()) {
			return new SchedulerDescriptor(it.name(), it.type(), false, it.reason(), null, null, null, null, null, null,
					null, null, null, null, null);
		}
		Totals totals = it.totals();
		return new SchedulerDescriptor(it.name(), it.type(), true, null, totals.live(), totals.running(),
				totals.leaked(), totals.retained(), totals.scheduled(), it.poolSize(), it.activeThreads(), it.queued(),
				it.removeOnCancel(),
				new LatenessDescriptor(Iso.measured(it.lastLateness()), Iso.measured(it.maxLateness())),
				it.unwatchedFutures().isEmpty() ? null : it.unwatchedFutures());
	}

	/**
	 * How late runs start.
	 *
	 * @param last the last run
	 * @param max the latest of all
	 */
	public record LatenessDescriptor(String last, String max) {
	}

}
