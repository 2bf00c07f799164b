package io.timerscope.finding;

import java.util.Locale;

import io.timerscope.LeakReason;

/**
 * What can be wrong.
 *
 * @since 0.1.0
 */
public enum FindingKind {

	/** Tasks are live longer than the grace period after their request ended. */
	OUTLIVED_REQUEST(Severity.LEAK),

	/** Tasks are live longer than the grace period after their session closed. */
	OUTLIVED_SESSION(Severity.LEAK),

	/** Tasks are live longer than the grace period after their bean was destroyed. */
	OUTLIVED_BEAN(Severity.LEAK),

	/** Tasks are live longer than the grace period after their scope was closed. */
	OUTLIVED_SCOPE(Severity.LEAK),

	/** Tasks of ended requests or sessions go on, and no witness speaks against them. */
	OUTLIVING(Severity.NOTICE),

	/** Tasks go on, and nobody can end them or what they work for is over. */
	ABANDONED(Severity.LEAK),

	/** Cancelled tasks are still queued. */
	RETAINED(Severity.LEAK),

	/** The guard's samples breached a limit several times in a row. */
	OVERLOAD(Severity.PROBLEM),

	/** The live tasks of one site grew sample by sample, past their limit. */
	GROWING(Severity.LEAK),

	/** Periodic tasks were ended by an exception, and nobody cancelled them. */
	DEAD(Severity.PROBLEM),

	/** The last runs of a live periodic task threw, and the scheduler went on. */
	FAILING(Severity.PROBLEM),

	/** A live periodic task has had no successful run for two of its periods. */
	OVERDUE(Severity.PROBLEM),

	/** One line keeps two live periodic tasks that do the same. */
	DUPLICATE(Severity.PROBLEM),

	/** The last runs of a task each took longer than its period. */
	OVERRUNNING(Severity.PROBLEM),

	/** One run takes longer than its limit. */
	STUCK(Severity.PROBLEM),

	/** Runs start later than the limit, sample by sample. */
	LATE(Severity.PROBLEM),

	/** Scheduler or timer threads live that belong to no tracked bean. */
	UNMANAGED(Severity.PROBLEM),

	/** After the context closed, tasks or threads of its schedulers are still alive. */
	LEFT_BEHIND(Severity.LEAK);

	private final Severity severity;

	FindingKind(Severity severity) {
		this.severity = severity;
	}

	/**
	 * The word that users see.
	 * @return for example {@code outlived-request}
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * How bad a finding of this kind is.
	 * @return the severity
	 */
	public Severity severity() {
		return this.severity;
	}

	/**
	 * The kind of finding that reports a leak.
	 * @param reason why a task is a leak
	 * @return its kind
	 */
	public static FindingKind of(LeakReason reason) {
		return switch (reason) {
			case OUTLIVED_REQUEST -> OUTLIVED_REQUEST;
			case OUTLIVED_SESSION -> OUTLIVED_SESSION;
			case OUTLIVED_BEAN -> OUTLIVED_BEAN;
			case OUTLIVED_SCOPE -> OUTLIVED_SCOPE;
			case ABANDONED -> ABANDONED;
		};
	}

}
