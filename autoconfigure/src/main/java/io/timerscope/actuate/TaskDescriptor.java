package io.timerscope.actuate;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.TaskSnapshot;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A task. Absent where {@code null}; times are ISO-8601.
 *
 * @param id unique, growing with time
 * @param name simple class and method of the site
 * @param scheduler the scheduler's name
 * @param schedule when it was asked to run
 * @param state where it stands
 * @param owner what it should not outlive
 * @param site where it was scheduled
 * @param library {@code true} where the site is a library's line, else absent
 * @param siteInferred {@code true} where the site was taken from the class of the task
 * instead of walked, else absent
 * @param thread the thread that scheduled it
 * @param createdAt when it was scheduled
 * @param nextRun when it will run
 * @param endedAt when it ended
 * @param runs runs that are over
 * @param failures runs that threw
 * @param lastRun the last run that is over
 * @param outlived {@code true} where its owner has ended and the grace period is over,
 * else absent
 * @param leak why and since when it is a leak
 * @param holds the types that its object captures, two levels deep, never a value; only
 * where one task was asked for
 * @param stack the stack that scheduled it, application frames first to last; only where
 * one task was asked for
 * @param history its last runs, newest first; only where one task was asked for
 * @param running the run under way; only where one task was asked for
 * @param runningStack where that run is; only where one task was asked for
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskDescriptor(String id, String name, String scheduler, ScheduleDescriptor schedule, String state,
		OwnerDescriptor owner, String site, @Nullable Boolean library, @Nullable Boolean siteInferred, String thread,
		String createdAt, @Nullable String nextRun, @Nullable String endedAt, long runs, long failures,
		@Nullable RunDescriptor lastRun, @Nullable Boolean outlived, @Nullable LeakDescriptor leak,
		@Nullable List<String> holds, @Nullable List<String> stack, @Nullable List<RunDescriptor> history,
		@Nullable RunningDescriptor running, @Nullable List<String> runningStack) implements OperationResponseBody {

	private static final int TEXT = 256;

	static TaskDescriptor of(TaskSnapshot task, boolean showMessages) {
		return of(task, null, null, null, null, null, showMessages);
	}

	static TaskDescriptor of(TaskSnapshot.Detail detail, boolean showMessages) {
		TaskSnapshot.Running running = detail.running();
		return of(detail.task(), detail.holds().isEmpty() ? null : detail.holds(), Frames.ofNullable(detail.stack()),
				detail.history().stream().map((run) -> RunDescriptor.of(run, showMessages)).toList(),
				(running == null) ? null : RunningDescriptor.of(running),
				(running == null) ? null : Frames.ofNullable(running.stack()), showMessages);
	}

	private static TaskDescriptor of(TaskSnapshot task, @Nullable List<String> holds, @Nullable List<String> stack,
			@Nullable List<RunDescriptor> history, @Nullable RunningDescriptor running,
			@Nullable List<String> runningStack, boolean showMessages) {
		TaskSnapshot.RunSnapshot last = task.lastRun();
		TaskSnapshot.LeakSnapshot leak = task.leak();
		return new TaskDescriptor(Long.toString(task.id()), task.name(), task.scheduler(),
				ScheduleDescriptor.of(task.schedule()), task.state().label(), OwnerDescriptor.of(task.owner()),
				task.site().toString(), task.site().isLibrary() ? Boolean.TRUE : null,
				task.siteInferred() ? Boolean.TRUE : null, task.thread(), Iso.instant(task.createdAt()),
				Iso.instantOrNull(task.nextRun()), Iso.instantOrNull(task.endedAt()), task.runs(), task.failures(),
				(last == null) ? null : RunDescriptor.of(last, showMessages), task.outlived() ? Boolean.TRUE : null,
				(leak == null) ? null : LeakDescriptor.of(leak), holds, stack, history, running, runningStack);
	}

	/** What an application can make as long as it likes. */
	private static String cut(String text) {
		return (text.length() <= TEXT) ? text : text.substring(0, TEXT - 1) + "…";
	}

	/**
	 * When a task was asked to run.
	 *
	 * @param kind {@code once}, {@code fixed-rate}, {@code fixed-delay}, {@code trigger}
	 * or {@code immediate}
	 * @param delay of {@code once}
	 * @param period of {@code fixed-rate} and {@code fixed-delay}
	 * @param expression of {@code trigger}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record ScheduleDescriptor(String kind, @Nullable String delay, @Nullable String period,
			@Nullable String expression) {

		static ScheduleDescriptor of(Schedule schedule) {
			String kind = schedule.kind();
			if (schedule instanceof Schedule.Once once) {
				return new ScheduleDescriptor(kind, once.delay().toString(), null, null);
			}
			if (schedule instanceof Schedule.FixedRate rate) {
				return new ScheduleDescriptor(kind, null, rate.period().toString(), null);
			}
			if (schedule instanceof Schedule.FixedDelay delay) {
				return new ScheduleDescriptor(kind, null, delay.period().toString(), null);
			}
			if (schedule instanceof Schedule.OnTrigger trigger) {
				Schedule known = trigger.known();
				return (known != null) ? of(known)
						: new ScheduleDescriptor(kind, null, null, cut(trigger.expression()));
			}
			return new ScheduleDescriptor(kind, null, null, null);
		}

	}

	/**
	 * What a task should not outlive.
	 *
	 * @param kind {@code request}, {@code session}, {@code bean}, {@code scope} or
	 * {@code application}
	 * @param name what people call it
	 * @param id tells two of one name apart
	 * @param openedAt since when a request, session or scope is open; absent once it has
	 * ended
	 * @param endedAt when it ended
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record OwnerDescriptor(String kind, String name, String id, @Nullable String openedAt,
			@Nullable String endedAt) {

		static OwnerDescriptor of(TaskSnapshot.OwnerSnapshot owner) {
			return new OwnerDescriptor(owner.kind().label(), cut(owner.name()), owner.id(),
					isOpen(owner) ? Iso.instant(owner.openedAt()) : null, Iso.instantOrNull(owner.endedAt()));
		}

		/** A bean and the application are as old as they should be. */
		private static boolean isOpen(TaskSnapshot.OwnerSnapshot owner) {
			return owner.endedAt() == null && owner.kind() != OwnerKind.BEAN && owner.kind() != OwnerKind.APPLICATION;
		}

	}

	/**
	 * A run that is over.
	 *
	 * @param startedAt when it started
	 * @param duration how long it took
	 * @param lateness how long after its due time it started
	 * @param outcome {@code success}, {@code failure} or {@code cancelled}
	 * @param error what it threw: the class and, unless switched off, the message
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record RunDescriptor(String startedAt, String duration, String lateness, String outcome,
			@Nullable String error) {

		static RunDescriptor of(TaskSnapshot.RunSnapshot run, boolean showMessages) {
			return new RunDescriptor(Iso.instant(run.startedAt()), Iso.measured(run.duration()),
					Iso.measured(run.lateness()), run.outcome().label(), error(run.error(), showMessages));
		}

		private static @Nullable String error(@Nullable String error, boolean showMessages) {
			int colon = (error == null || showMessages) ? -1 : error.indexOf(": ");
			return (error == null || colon < 0) ? error : error.substring(0, colon);
		}

	}

	/**
	 * A run under way.
	 *
	 * @param startedAt when it started
	 * @param lateness how long after its due time it started
	 * @param thread the name of its thread
	 */
	public record RunningDescriptor(String startedAt, String lateness, String thread) {

		static RunningDescriptor of(TaskSnapshot.Running running) {
			return new RunningDescriptor(Iso.instant(running.startedAt()), Iso.measured(running.lateness()),
					running.thread());
		}

	}

	/**
	 * A leak.
	 *
	 * @param reason why it is one
	 * @param witness what says that nobody wants or can end it
	 * @param since since when
	 */
	public record LeakDescriptor(String reason, String witness, String since) {

		static LeakDescriptor of(TaskSnapshot.LeakSnapshot leak) {
			return new LeakDescriptor(leak.reason().label(), leak.witness().label(), Iso.instant(leak.since()));
		}

	}

}
