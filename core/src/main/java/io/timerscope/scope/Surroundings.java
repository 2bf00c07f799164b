package io.timerscope.scope;

import java.util.concurrent.ScheduledExecutorService;

import io.timerscope.Owner;
import org.jspecify.annotations.Nullable;

/**
 * What {@link TaskScopes} must be told by the application around it. Every method has an
 * answer or throws an exception that says what was expected. Called by any thread.
 *
 * @since 0.1.0
 */
public interface Surroundings {

	/**
	 * Where tasks run unless the caller says so.
	 * @return the timetable
	 * @throws IllegalStateException if there is none, or no single one
	 */
	Timetable timetable();

	/**
	 * The timetable of a scheduler.
	 * @param scheduler the scheduler
	 * @return the timetable
	 * @throws IllegalArgumentException if it is no scheduler
	 */
	default Timetable timetable(Object scheduler) {
		if (scheduler instanceof ScheduledExecutorService executor) {
			return Timetable.of(executor);
		}
		throw new IllegalArgumentException(
				"expected a scheduler, such as a ScheduledExecutorService, but got " + scheduler);
	}

	/**
	 * The owner of what is to end with a request, on a thread of which no request is
	 * known.
	 * @return the owner, or {@code null} where requests are followed, so that there is
	 * none
	 */
	default @Nullable Owner request() {
		return null;
	}

	/**
	 * The owner behind a session.
	 * @param session the session
	 * @return the owner
	 * @throws IllegalArgumentException if it is no session that is followed
	 */
	default Owner session(Object session) {
		throw new IllegalArgumentException("sessions are not tracked here, so none is known for " + session);
	}

	/**
	 * The owner behind a bean.
	 * @param bean the bean itself
	 * @return the owner
	 * @throws IllegalArgumentException if it is no bean that is followed
	 */
	default Owner bean(Object bean) {
		throw new IllegalArgumentException(
				"beans are not tracked here, so none is known for an instance of " + bean.getClass().getName());
	}

}
