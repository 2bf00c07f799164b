package io.timerscope.outside;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A pool, timer or thread that a bean holds, directly or through objects of its own. Has
 * no reference to any of them.
 *
 * @param kind what it is
 * @param heldBy bean and field, for example {@code bean submissions, field delays}, or
 * {@code null} where it is only known that somebody holds it
 * @param library the library whose object holds it, or {@code null} where the application
 * does
 * @param role what it is to the bean
 * @param threads how many threads it has; at least that many are its own
 * @param threadId the thread's id where the thread itself is held, else 0
 * @param names tell its threads by their names, the surest first
 * @param namedByTheJdk whether its threads may have the JDK's default names
 * @param hidden whether it hides how its threads are named
 * @since 0.1.0
 */
public record HeldPool(OutsideKind kind, @Nullable String heldBy, @Nullable String library, Role role, int threads,
		long threadId, List<Predicate<String>> names, boolean namedByTheJdk, boolean hidden) {

	public HeldPool {
		names = List.copyOf(names);
	}

	/** Whether nobody has to be told of it. */
	boolean isQuiet() {
		return this.library != null || this.role != Role.FIELD;
	}

	/** The same of somebody, where it cannot be told who it is. */
	HeldPool ofSomebody() {
		return new HeldPool(this.kind, null, null, (this.role == Role.FIELD) ? Role.BEAN : this.role, this.threads,
				this.threadId, this.names, this.namedByTheJdk, this.hidden);
	}

	/** What a pool is to a bean. */
	public enum Role {

		/** It is the bean, and its tasks are tracked. */
		TRACKED,

		/** It is the bean, so that the container ends it. */
		BEAN,

		/** A field leads to it. */
		FIELD

	}

}
