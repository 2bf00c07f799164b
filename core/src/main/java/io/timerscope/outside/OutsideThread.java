package io.timerscope.outside;

import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/**
 * A thread that runs timers for no tracked scheduler.
 *
 * @param thread the thread
 * @param holder the pool that a bean holds, or {@code null}
 * @param library the library that made it, or {@code null}
 * @param known whether its name is the server's or the logging system's, or it is not
 * known yet whose it is
 * @param pool tells its pool from others of its name
 * @param madeAt the line that made its pool, or {@code null} where no agent saw it
 */
public record OutsideThread(TimerThread thread, @Nullable HeldPool holder, @Nullable String library, boolean known,
		Object pool, @Nullable Site madeAt) {

	public String name() {
		return this.thread.name();
	}

	/** Whether it is a tracked scheduler's after all. */
	boolean isTracked() {
		return this.holder != null && this.holder.role() == HeldPool.Role.TRACKED;
	}

	/** Whether it may be anybody's. */
	boolean isLoose() {
		return this.madeAt == null && this.holder == null && this.library == null && !this.known
				&& this.thread.kind() == OutsideKind.POOL;
	}

	/** Whether nobody has to be told of it. */
	public boolean isQuiet() {
		return this.known || this.library != null || (this.holder != null && this.holder.isQuiet());
	}

	OutsideGroup.Key key() {
		return new OutsideGroup.Key(ThreadCensus.patternOf(name()), this.thread.kind(), this.library,
				(this.holder == null) ? null : this.holder.heldBy(),
				(this.madeAt == null) ? null : this.madeAt.toString());
	}

}
