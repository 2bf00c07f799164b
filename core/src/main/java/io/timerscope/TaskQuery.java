package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks are wanted. Each part that is not {@code null} narrows the answer.
 *
 * @param states which states
 * @param scheduler a scheduler's name
 * @param ownerKind a kind of owner
 * @param ownerName an owner's name
 * @param sitePrefix how the site starts, or {@code Class#method}
 * @param limit tasks per page, at least one
 * @param after the id behind which the page starts; zero for the first page
 * @since 0.1.0
 */
public record TaskQuery(States states, @Nullable String scheduler, @Nullable OwnerKind ownerKind,
		@Nullable String ownerName, @Nullable String sitePrefix, int limit, long after) {

	/** The first hundred live tasks. */
	public static final TaskQuery DEFAULT = new TaskQuery(States.LIVE, null, null, null, null, 100, 0);

	/**
	 * Whether every live task matches, so that nothing need be walked to count.
	 * @return {@code true} if nothing narrows the answer
	 */
	public boolean isAllLive() {
		return this.states == States.LIVE && this.scheduler == null && this.ownerKind == null && this.ownerName == null
				&& this.sitePrefix == null;
	}

	/** The states that can be asked for. */
	public enum States {

		/** Waiting or running. */
		LIVE,

		/** Between runs. */
		WAITING,

		/** With a run under way. */
		RUNNING,

		/** Live although its owner has ended and the grace period is over. */
		OUTLIVED,

		/** Live, and a witness says that nobody wants or can end it. */
		LEAKED,

		/** Cancelled, and still in the scheduler's queue. */
		RETAINED,

		/** Over; the last ones only. */
		ENDED

	}

}
