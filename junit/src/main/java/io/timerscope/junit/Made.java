package io.timerscope.junit;

import java.util.Set;
import java.util.stream.Collectors;

import io.timerscope.Owner;
import io.timerscope.Site;

/**
 * The making of a scheduler, or the scheduling of a task.
 *
 * @param number grows with time
 * @param site where
 * @param owner for whom
 * @param thread on which thread
 * @param initialized the classes that were being initialized meanwhile
 * @param ofContext whether a Spring context made it, which is no test's
 */
record Made(long number, Site site, Owner owner, String thread, Set<String> initialized, boolean ofContext) {

	private static final String INITIALIZER = "<clinit>";

	private static final StackWalker STACKS = StackWalker.getInstance();

	/** The classes that the current thread is initializing. */
	static Set<String> initializing() {
		return STACKS.walk((frames) -> frames.filter((frame) -> frame.getMethodName().equals(INITIALIZER))
			.map(StackWalker.StackFrame::getClassName)
			.collect(Collectors.toUnmodifiableSet()));
	}

	boolean isBy(WatchedTest test, LedgerBook book) {
		return !this.ofContext && test.isMine(book, this.owner.kind(), this.owner.id(), this.thread)
				&& !test.isOfItsClass(this.initialized);
	}

}
