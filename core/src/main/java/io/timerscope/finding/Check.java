package io.timerscope.finding;

import java.util.List;

/**
 * Looks for one kind of trouble. Called by the clock, once per tick, never by two threads
 * at a time.
 */
interface Check {

	FindingKind kind();

	/** Returns what is wrong now; what is not among it counts as resolved. */
	List<Observation> look(Scene scene);

}
