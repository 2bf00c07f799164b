package io.timerscope;

/**
 * Hears the application's one clock, on its thread, right after the ledger was brought up
 * to date. What it throws is counted as a tracking error and stops nobody else.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TickListener {

	/** The clock ticked. */
	void tick();

}
