package io.timerscope.junit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a test left behind. Holds words only.
 *
 * @param kind what it is
 * @param what says it in words: the schedule and state of a task, the type of a scheduler
 * or thread
 * @param scheduler the scheduler's name, or {@code null} where nobody knows
 * @param owner kind and name of the task's owner, or {@code null} for what is no task
 * @param site the application's line that scheduled or created it, or {@code null} where
 * nobody saw it
 * @param createdAt the stack that created it, the site first; empty where nobody saw it
 * @param thread the thread's name, or {@code null} where there is none
 * @param runsAt where the thread is now; empty for what is no thread
 * @param test the test that is accused
 * @since 0.1.0
 */
public record TimerLeak(Kind kind, String what, @Nullable String scheduler, @Nullable String owner,
		@Nullable StackTraceElement site, List<StackTraceElement> createdAt, @Nullable String thread,
		List<StackTraceElement> runsAt, String test) {

	TimerLeak of(String test) {
		return new TimerLeak(this.kind, this.what, this.scheduler, this.owner, this.site, this.createdAt, this.thread,
				this.runsAt, test);
	}

	/** What can be left behind. */
	public enum Kind {

		/** A task that will run, or runs. */
		TASK("task is", "tasks are", "still live"),

		/** A periodic task that an exception ended. */
		DEAD_TASK("periodic task", "periodic tasks", "died of an exception"),

		/** A scheduler that nobody shut down. */
		SCHEDULER("scheduler was", "schedulers were", "not shut down"),

		/** A thread of a pool or a timer. */
		THREAD("thread is", "threads are", "still alive");

		private final String one;

		private final String many;

		private final String fault;

		Kind(String one, String many, String fault) {
			this.one = one;
			this.many = many;
			this.fault = fault;
		}

		String sentence(int count) {
			return count + " " + ((count == 1) ? this.one : this.many) + " " + this.fault;
		}

	}

}
