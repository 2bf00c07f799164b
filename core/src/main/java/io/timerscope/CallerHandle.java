package io.timerscope;

/**
 * By what the caller of a scheduler ends the task that it has scheduled.
 *
 * @since 0.1.0
 */
public enum CallerHandle {

	/** What schedulers of Spring and of the JDK return; ended by {@code cancel}. */
	SCHEDULED_FUTURE("ScheduledFuture"),

	/** What a {@link java.util.Timer} is given; ended by {@code cancel}. */
	TIMER_TASK("TimerTask"),

	/** What Reactor returns; ended by {@code dispose}. */
	DISPOSABLE("Disposable"),

	/** What was given a time limit, which goes with it when it is complete. */
	COMPLETABLE_FUTURE("CompletableFuture");

	private final String typeName;

	CallerHandle(String typeName) {
		this.typeName = typeName;
	}

	/**
	 * Returns the name of the type.
	 * @return the simple name
	 */
	public String typeName() {
		return this.typeName;
	}

}
