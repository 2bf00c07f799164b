package io.timerscope.scope;

import java.time.Duration;

import io.timerscope.DurationText;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.ledger.TaskLedger;

/**
 * Opens scopes: what is scheduled through a scope ends with it. May be used by any
 * thread; {@link #open} and {@link #request()} concern the calling one.
 *
 * @since 0.1.0
 */
public final class TaskScopes {

	private final TaskLedger ledger;

	private final Surroundings surroundings;

	private final Deadlines deadlines;

	private final Timetables timetables;

	/**
	 * Makes the scopes of an application.
	 * @param ledger where their tasks are noted
	 * @param surroundings knows schedulers, sessions and beans
	 * @param deadlines ends scopes whose time is up
	 */
	public TaskScopes(TaskLedger ledger, Surroundings surroundings, Deadlines deadlines) {
		this(ledger, surroundings, deadlines, surroundings::timetable);
	}

	private TaskScopes(TaskLedger ledger, Surroundings surroundings, Deadlines deadlines, Timetables timetables) {
		this.ledger = ledger;
		this.surroundings = surroundings;
		this.deadlines = deadlines;
		this.timetables = timetables;
	}

	/**
	 * Says which scheduler runs the tasks.
	 * @param scheduler a {@link java.util.concurrent.ScheduledExecutorService} or a
	 * Spring {@code TaskScheduler}
	 * @return scopes like these, on that scheduler
	 * @throws IllegalArgumentException if it is no scheduler
	 */
	public TaskScopes on(Object scheduler) {
		Timetable timetable = this.surroundings.timetable(scheduler);
		return new TaskScopes(this.ledger, this.surroundings, this.deadlines, () -> timetable);
	}

	/**
	 * Opens a scope inside the one that is open on this thread, if any. Until the scope
	 * is closed or the calling method returns, whatever else this thread schedules
	 * belongs to it too, and should end by itself.
	 * @param name what people call it
	 * @return the scope, to be closed by anyone
	 */
	public TaskScope open(String name) {
		return TaskScope.open(this.ledger, name, this.timetables);
	}

	/**
	 * Opens a scope that ends at its deadline if nobody closed it before. From the
	 * deadline on it takes no task; what it holds is cancelled as soon as a thread of the
	 * scheduler is free, or at the next tick of the application's clock.
	 * @param name what people call it
	 * @param deadline from now, above zero
	 * @return the scope, to be closed by anyone
	 */
	public TaskScope open(String name, Duration deadline) {
		if (deadline.isNegative() || deadline.isZero()) {
			throw new IllegalArgumentException(
					"the deadline of scope '" + name + "' must be above zero, but is " + DurationText.of(deadline));
		}
		TaskScope scope = open(name);
		this.deadlines.add(scope, deadline, this.timetables);
		return scope;
	}

	/**
	 * What ends with the request that this thread works for.
	 * @return a scope; closing it ends what was scheduled through it, not the request
	 * @throws IllegalStateException if this thread works for no request
	 */
	public TaskScope request() {
		Owner request = this.ledger.context().nearest(OwnerKind.REQUEST);
		if (request == null) {
			request = this.surroundings.request();
		}
		if (request == null) {
			throw new IllegalStateException("there is no request on thread '" + Thread.currentThread().getName()
					+ "'; call this on the request's own thread, or hand the context over with Micrometer context "
					+ "propagation (with timerscope.requests.enabled=false there is never one)");
		}
		return TaskScope.of(this.ledger, request, this.timetables);
	}

	/**
	 * What ends with a WebSocket session.
	 * @param session the session
	 * @return a scope; closing it ends what was scheduled through it, not the session
	 * @throws IllegalArgumentException if it is no session that is followed
	 */
	public TaskScope session(Object session) {
		return TaskScope.of(this.ledger, this.surroundings.session(session), this.timetables);
	}

	/**
	 * What ends when the container destroys a bean.
	 * @param bean the bean itself, usually {@code this}
	 * @return a scope; closing it ends what was scheduled through it, not the bean
	 * @throws IllegalArgumentException if it is no bean that is followed
	 */
	public TaskScope bean(Object bean) {
		return TaskScope.of(this.ledger, this.surroundings.bean(bean), this.timetables);
	}

	/**
	 * What lives as long as the application, on purpose.
	 * @return a scope; closing it ends what was scheduled through it
	 */
	public TaskScope application() {
		return TaskScope.of(this.ledger, this.ledger.application(), this.timetables);
	}

	/** Finds the timetable when it is needed: some scopes hold no task. */
	@FunctionalInterface
	interface Timetables {

		Timetable timetable();

	}

}
