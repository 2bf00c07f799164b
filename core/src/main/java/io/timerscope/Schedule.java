package io.timerscope;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * When a task was asked to run. A start in the past means at once, as it does for the
 * schedulers.
 *
 * @since 0.1.0
 */
public sealed interface Schedule {

	/** The kind of a task that runs once. */
	String ONCE = "once";

	/**
	 * The word that users see.
	 * @return the kind, for example {@code fixed-rate}
	 */
	String kind();

	/**
	 * Whether the task stays scheduled after a run.
	 * @return {@code true} for fixed rates, fixed delays and triggers
	 */
	default boolean isPeriodic() {
		return true;
	}

	/**
	 * Time from the call to the first run.
	 * @return nanoseconds; zero where only a trigger knows
	 */
	default long initialNanos() {
		return 0;
	}

	/**
	 * What the runs keep to.
	 * @return the fixed rate or delay that a trigger is known to keep; otherwise the
	 * schedule itself
	 */
	default Schedule keeps() {
		return this;
	}

	/**
	 * At once: {@code execute}, {@code submit}, {@code invokeAll}.
	 * @return the schedule, always the same
	 */
	static Schedule immediate() {
		return Immediate.INSTANCE;
	}

	/**
	 * One run after a delay.
	 * @param nanos the delay in nanoseconds; zero or less runs at once
	 * @return the schedule
	 */
	static Schedule once(long nanos) {
		return new Once(nanos);
	}

	/**
	 * Runs that start a period apart.
	 * @param initialNanos delay of the first run in nanoseconds; below zero means at once
	 * @param nanos the period in nanoseconds
	 * @return the schedule
	 */
	static Schedule fixedRate(long initialNanos, long nanos) {
		return new FixedRate(initialNanos, nanos);
	}

	/**
	 * Runs that start a delay after the one before has ended.
	 * @param initialNanos delay of the first run in nanoseconds; below zero means at once
	 * @param nanos the delay in nanoseconds
	 * @return the schedule
	 */
	static Schedule fixedDelay(long initialNanos, long nanos) {
		return new FixedDelay(initialNanos, nanos);
	}

	/**
	 * Runs at the times that a trigger names.
	 * @param expression the cron text, or the trigger's {@code toString}
	 * @return the schedule
	 */
	static Schedule onTrigger(String expression) {
		return new OnTrigger(expression, null);
	}

	/**
	 * Runs at the times that a trigger names, of which it is known that they keep a fixed
	 * rate or delay.
	 * @param expression the trigger's {@code toString}
	 * @param known what users see: a fixed rate or a fixed delay
	 * @return the schedule
	 */
	static Schedule onTrigger(String expression, Schedule known) {
		return new OnTrigger(expression, known);
	}

	/** Runs as soon as a thread is free. */
	record Immediate() implements Schedule {

		private static final Immediate INSTANCE = new Immediate();

		@Override
		public String kind() {
			return "immediate";
		}

		@Override
		public boolean isPeriodic() {
			return false;
		}

	}

	/**
	 * Runs once.
	 *
	 * @param initialNanos the delay in nanoseconds
	 */
	record Once(long initialNanos) implements Schedule {

		public Once {
			initialNanos = Math.max(0, initialNanos);
		}

		@Override
		public String kind() {
			return ONCE;
		}

		@Override
		public boolean isPeriodic() {
			return false;
		}

		/**
		 * The delay that was asked for.
		 * @return the delay, zero where the task was to run at once or in the past
		 */
		public Duration delay() {
			return Duration.ofNanos(this.initialNanos);
		}

	}

	/**
	 * Runs at a fixed rate.
	 *
	 * @param initialNanos delay of the first run in nanoseconds
	 * @param nanos the period in nanoseconds
	 */
	record FixedRate(long initialNanos, long nanos) implements Schedule {

		public FixedRate {
			initialNanos = Math.max(0, initialNanos);
		}

		@Override
		public String kind() {
			return "fixed-rate";
		}

		/**
		 * Time between two starts.
		 * @return the period
		 */
		public Duration period() {
			return Duration.ofNanos(this.nanos);
		}

	}

	/**
	 * Runs with a fixed delay.
	 *
	 * @param initialNanos delay of the first run in nanoseconds
	 * @param nanos the delay in nanoseconds
	 */
	record FixedDelay(long initialNanos, long nanos) implements Schedule {

		public FixedDelay {
			initialNanos = Math.max(0, initialNanos);
		}

		@Override
		public String kind() {
			return "fixed-delay";
		}

		/**
		 * Time from an end to the next start.
		 * @return the delay
		 */
		public Duration period() {
			return Duration.ofNanos(this.nanos);
		}

	}

	/**
	 * Runs when a trigger says so.
	 *
	 * @param expression the cron text, or the trigger's {@code toString}
	 * @param known the fixed rate or delay that the trigger keeps, or {@code null} if it
	 * is of another kind
	 */
	record OnTrigger(String expression, @Nullable Schedule known) implements Schedule {

		@Override
		public String kind() {
			return keeps() == this ? "trigger" : keeps().kind();
		}

		@Override
		public Schedule keeps() {
			return (this.known == null) ? this : this.known;
		}

	}

}
