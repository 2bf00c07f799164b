package io.timerscope.guard;

import java.time.Instant;
import java.util.List;

/**
 * Limits that are breached sample by sample.
 *
 * @param breach a clause that says what was measured and what the limit is
 * @param samples how many samples in a row breached
 * @param live live tasks in the last sample
 * @param since when the first of the samples was taken
 * @param refused the sites whose new tasks are refused
 * @since 0.1.0
 */
public record Overload(String breach, int samples, long live, Instant since, List<String> refused) {

	public Overload {
		refused = List.copyOf(refused);
	}

}
