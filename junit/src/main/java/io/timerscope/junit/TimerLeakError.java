package io.timerscope.junit;

import java.io.Serial;
import java.util.List;

/**
 * Thrown for a test that left something behind. The message says what, how many, where it
 * was scheduled, by which test, and what to do.
 *
 * @since 0.1.0
 */
public final class TimerLeakError extends AssertionError {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient List<TimerLeak> leaks;

	TimerLeakError(String test, List<TimerLeak> leaks) {
		super(new FailureMessage(test, leaks).text());
		this.leaks = List.copyOf(leaks);
		setStackTrace(FailureMessage.stack(leaks));
	}

	/**
	 * What was left behind.
	 * @return at least one leak
	 */
	public List<TimerLeak> leaks() {
		return this.leaks;
	}

}
