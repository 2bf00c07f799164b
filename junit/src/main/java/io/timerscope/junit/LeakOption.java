package io.timerscope.junit;

import java.time.Duration;

import io.timerscope.DurationText;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a check; made by {@link TimerLeaks}. Immutable.
 *
 * @since 0.1.0
 */
public sealed interface LeakOption {

	/**
	 * Leaves out what matches.
	 *
	 * @param part what is looked at
	 * @param pattern what it looks like
	 * @param reason why it is no leak, or {@code null} if nobody said
	 */
	record Ignore(LeakPart part, String pattern, @Nullable String reason) implements LeakOption {

		/**
		 * Checks the pattern.
		 */
		public Ignore {
			part.check(pattern);
		}

		/**
		 * Says why, for the summary of the run.
		 * @param reason why it is no leak
		 * @return this option with the reason
		 */
		public Ignore because(String reason) {
			return new Ignore(this.part, this.pattern, reason);
		}

		@Override
		public String toString() {
			return this.part.option() + "(\"" + this.pattern + "\")";
		}

	}

	/**
	 * Reports only what was created there.
	 *
	 * @param pattern a frame of the creation stack
	 */
	record CreatedBy(String pattern) implements LeakOption {

		/**
		 * Checks the pattern.
		 */
		public CreatedBy {
			LeakPart.ANY_FRAME.check(pattern);
		}

	}

	/**
	 * Asks again before it accuses.
	 *
	 * @param duration for how long; zero asks once
	 */
	record RetryFor(Duration duration) implements LeakOption {

		/**
		 * Checks the duration.
		 */
		public RetryFor {
			if (duration.isNegative()) {
				throw new IllegalArgumentException(
						"retryFor must be zero or more, but is " + DurationText.of(duration));
			}
		}

	}

	/**
	 * Ends what was reported, as far as it can be ended.
	 */
	record Cleanup() implements LeakOption {
	}

	/**
	 * Accuses the test of what was there before it, too.
	 */
	record NoBaseline() implements LeakOption {
	}

	/**
	 * Leaves out what was there when the option was made.
	 */
	final class IgnoreCurrent implements LeakOption {

		private final Baseline baseline;

		IgnoreCurrent(Baseline baseline) {
			this.baseline = baseline;
		}

		Baseline baseline() {
			return this.baseline;
		}

	}

}
