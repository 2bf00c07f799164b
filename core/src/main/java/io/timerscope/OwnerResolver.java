package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * Finds the bean behind a task. Called on the scheduling thread, for every task, so an
 * answer should come from a map; {@code null} means that this evidence says nothing.
 *
 * @since 0.1.0
 */
public interface OwnerResolver {

	/** Knows no beans. */
	OwnerResolver NONE = new OwnerResolver() {
	};

	/**
	 * Whether tasks of a class can declare their owner, so that {@link #declared(Object)}
	 * has to be asked for each.
	 * @param taskClass the class of what the application hands to schedulers
	 * @return {@code false} if none of them does; asked once per class
	 */
	default boolean mayDeclare(Class<?> taskClass) {
		return true;
	}

	/**
	 * The owner that the task itself declares, as an {@code @Scheduled} method does.
	 * Takes precedence over the request or scope of the thread.
	 * @param task what the application handed to the scheduler
	 * @return the owner and the method, or {@code null}
	 */
	default @Nullable DeclaredTask declared(Object task) {
		return null;
	}

	/**
	 * The bean whose class, or a class nested in it, the task is an instance of.
	 * @param task what the application handed to the scheduler
	 * @return the bean's owner, or {@code null}
	 */
	default @Nullable Owner ofTask(Object task) {
		return null;
	}

	/**
	 * Whether two tasks of a class can belong to different beans, so that
	 * {@link #ofTask(Object)} has to be asked for each.
	 * @param taskClass the class of what the application hands to schedulers
	 * @return {@code false} if the class alone decides
	 */
	default boolean tellsApart(Class<?> taskClass) {
		return false;
	}

	/**
	 * The bean whose class declares a method on the stack.
	 * @param declaringClass the class of an application frame
	 * @return the bean's owner, or {@code null}
	 */
	default @Nullable Owner ofFrame(Class<?> declaringClass) {
		return null;
	}

	/**
	 * A task that says by itself where it comes from.
	 *
	 * @param owner the bean
	 * @param site the method that will run, in place of a scheduling frame
	 */
	record DeclaredTask(Owner owner, StackTraceElement site) {
	}

}
