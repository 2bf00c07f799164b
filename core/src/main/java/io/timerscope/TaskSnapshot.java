package io.timerscope;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One task at one instant. Holds words and numbers only.
 *
 * @param id unique within the ledger, growing with time
 * @param name simple class and method of the site
 * @param scheduler the scheduler's name
 * @param schedule when it was asked to run
 * @param state where it stands
 * @param owner what it should not outlive
 * @param site where it was scheduled
 * @param siteInferred whether the site was taken from the class of the task instead of
 * walked
 * @param thread the thread that scheduled it
 * @param createdAt when it was scheduled
 * @param nextRun when it will run, or {@code null} where nobody knows
 * @param endedAt when it ended, or {@code null} while it is live
 * @param runs runs that are over
 * @param failures runs that threw
 * @param lastRun the last run that is over, or {@code null}
 * @param outlived whether its owner ended and the grace period is over
 * @param leak why and since when it is a leak, or {@code null}
 * @since 0.1.0
 */
public record TaskSnapshot(long id, String name, String scheduler, Schedule schedule, TaskState state,
		OwnerSnapshot owner, Site site, boolean siteInferred, String thread, Instant createdAt,
		@Nullable Instant nextRun, @Nullable Instant endedAt, long runs, long failures, @Nullable RunSnapshot lastRun,
		boolean outlived, @Nullable LeakSnapshot leak) {

	/**
	 * An owner at one instant.
	 *
	 * @param kind what it is
	 * @param name what people call it
	 * @param id tells two of one name apart
	 * @param openedAt when it began
	 * @param endedAt when it ended, or {@code null} while it lives
	 */
	public record OwnerSnapshot(OwnerKind kind, String name, String id, Instant openedAt, @Nullable Instant endedAt) {
	}

	/**
	 * A run.
	 *
	 * @param startedAt when it started
	 * @param duration how long it took, for a run under way how long it takes by now
	 * @param lateness how long after its due time it started
	 * @param outcome how it ended
	 * @param error class and message of what it threw, or {@code null}
	 */
	public record RunSnapshot(Instant startedAt, Duration duration, Duration lateness, RunOutcome outcome,
			@Nullable String error) {
	}

	/**
	 * A leak.
	 *
	 * @param reason why the task is one
	 * @param witness what says that nobody wants or can end it
	 * @param since since when
	 */
	public record LeakSnapshot(LeakReason reason, Witness witness, Instant since) {
	}

	/**
	 * Everything that is known of one task.
	 *
	 * @param task the task
	 * @param stack one creation stack of its site, application frames first to last;
	 * empty where none was captured
	 * @param history its last runs, newest first
	 * @param running the run under way, or {@code null}
	 * @param holds the types of what its object captures, two levels deep; empty once it
	 * has ended
	 */
	public record Detail(TaskSnapshot task, List<StackTraceElement> stack, List<RunSnapshot> history,
			@Nullable Running running, List<String> holds) {
	}

	/**
	 * A run under way.
	 *
	 * @param startedAt when it started
	 * @param lateness how long after its due time it started
	 * @param thread the name of its thread
	 * @param stack where that thread is now; empty if it just ended
	 */
	public record Running(Instant startedAt, Duration lateness, String thread, List<StackTraceElement> stack) {
	}

}
