package io.timerscope.junit;

import io.timerscope.Owner;
import io.timerscope.Site;

/**
 * The making of a scheduler.
 *
 * @param number grows with time
 * @param site where
 * @param owner for whom
 * @param thread on which thread
 */
record Made(long number, Site site, Owner owner, String thread) {

	boolean isBy(WatchedTest test, LedgerBook book) {
		return test.isMine(book, this.owner.kind(), this.owner.id(), this.thread);
	}

}
