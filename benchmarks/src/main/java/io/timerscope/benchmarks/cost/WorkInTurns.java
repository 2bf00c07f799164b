package io.timerscope.benchmarks.cost;

/** What is measured in turns. */
enum WorkInTurns {

	/** Scheduled before nearly all others and cancelled. */
	NEAR("schedule + cancel, near deadline, 100,000 live / bare", Limits.atMost(1.5, 1.3)),

	/** The same on two threads at once. */
	TWO_THREADS("two threads, schedule + cancel / bare", Limits.atMost(1.4, 1.2)),

	/** Arithmetic that touches no memory in place of the tracking. */
	ARITHMETIC("a little arithmetic in place of Timerscope, one thread / bare", Limits.NONE),

	/** The same on two threads at once. */
	ARITHMETIC_ON_TWO_THREADS("the same arithmetic, two threads / bare", Limits.NONE),

	/** Due at once. */
	RUN("schedule(0) + run / bare", Limits.atMost(1.35, 1.2)),

	/** Through the scheduler bean. */
	SPRING("through Spring: wrapped bean / bare ThreadPoolTaskScheduler", Limits.atMost(1.5, 1.25)),

	/** To another thread at once. */
	SIGNALS("a signal through Reactor's publishOn / bare", Limits.atMost(1.02)),

	/** For a scope, which goes along. */
	SIGNALS_IN_SCOPE("the same in a scope, which goes along with the signal / bare", Limits.atMost(1.02)),

	/** A timeout of Reactor's, subscribed and disposed of. */
	DELAYS("Mono.delay, subscribed and disposed of / bare", Limits.atMost(1.5));

	final String text;

	final Limits limits;

	WorkInTurns(String text, Limits limits) {
		this.text = text;
		this.limits = limits;
	}

}
