package io.timerscope.ledger;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What users should know of how completely tasks find their owner in this application.
 * Written while the application starts, read by any thread.
 *
 * @since 0.1.0
 */
public final class Attribution {

	private final Set<String> gaps = new ConcurrentSkipListSet<>();

	Attribution() {
	}

	/**
	 * Notes a gap.
	 * @param gap a sentence for users, which says what closes the gap
	 */
	public void partial(String gap) {
		this.gaps.add(gap);
	}

	/**
	 * Takes a gap back that is there no more.
	 * @param gap the sentence
	 */
	public void closed(String gap) {
		this.gaps.remove(gap);
	}

	/**
	 * The gaps.
	 * @return a copy; empty where every task finds its owner
	 */
	public List<String> gaps() {
		return List.copyOf(this.gaps);
	}

}
