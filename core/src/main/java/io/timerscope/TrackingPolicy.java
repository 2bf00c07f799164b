package io.timerscope;

import java.time.Duration;

/**
 * What the user decided about tasks that outlive their owner. Asked on the thread that
 * ends the owner.
 *
 * @since 0.1.0
 */
public interface TrackingPolicy {

	/** Reports after half a minute, ends nothing, ignores nothing. */
	TrackingPolicy REPORT = new TrackingPolicy() {
	};

	/**
	 * How long a task may go on after its owner.
	 * @param kind the kind of its owner
	 * @param site where it was scheduled
	 * @return the grace period, zero or more
	 */
	default Duration grace(OwnerKind kind, Site site) {
		return Duration.ofSeconds(30);
	}

	/**
	 * Whether the end of the owner ends the task too.
	 * @param kind the kind of its owner
	 * @param site where it was scheduled
	 * @return {@code true} to cancel, {@code false} to report
	 */
	default boolean cancelsOnOwnerEnd(OwnerKind kind, Site site) {
		return false;
	}

	/**
	 * How many owners must have ended within an hour and left a periodic task at one line
	 * before its tasks are leaks for that alone.
	 * @return one or more
	 */
	default int minOwners() {
		return 10;
	}

	/**
	 * Whether a task that was judged a leak is cancelled. Asked on the clock's thread.
	 * @param site where it was scheduled
	 * @return {@code true} to cancel, {@code false} to report
	 */
	default boolean cancelsLeaks(Site site) {
		return false;
	}

	/**
	 * Whether tasks of a site are never leaks.
	 * @param site where they were scheduled
	 * @return {@code true} to count them as live only
	 */
	default boolean ignores(Site site) {
		return false;
	}

}
