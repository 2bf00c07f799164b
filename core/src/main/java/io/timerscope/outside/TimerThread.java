package io.timerscope.outside;

import org.jspecify.annotations.Nullable;

/**
 * A thread that runs timers.
 *
 * @param thread the thread
 * @param kind what it belongs to
 * @param maker the class that made it differ from a plain thread, or {@code null}: its
 * own class, that of its group or handler, or that of the method that it runs
 */
public record TimerThread(Thread thread, OutsideKind kind, @Nullable Class<?> maker) {

	public long id() {
		return this.thread.getId();
	}

	/** The thread's name, which anybody may set to anything, in one line. */
	public String name() {
		return this.thread.getName().replaceAll("\\p{Cntrl}", "?");
	}

}
