package io.timerscope.scope;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

import io.timerscope.DurationText;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;

/**
 * Some tasks that end together: when the scope is closed, when its deadline is over, or
 * when what it stands for ends. Ending it ends the scopes that were opened inside it. A
 * run under way is not interrupted. May be used by any thread.
 *
 * @since 0.1.0
 */
public final class TaskScope implements AutoCloseable {

	private final TaskLedger ledger;

	private final Owner owner;

	private final TaskScopes.Timetables timetables;

	private final boolean opened;

	private final Set<ScopedTask> tasks = ConcurrentHashMap.newKeySet();

	private final Runnable closing = this::close;

	private volatile boolean closed;

	private volatile @Nullable Owner parent;

	private volatile @Nullable Deadline deadline;

	private TaskScope(TaskLedger ledger, Owner owner, TaskScopes.Timetables timetables, boolean opened) {
		this.ledger = ledger;
		this.owner = owner;
		this.timetables = timetables;
		this.opened = opened;
	}

	/** A scope for an owner that somebody else ends. */
	static TaskScope of(TaskLedger ledger, Owner owner, TaskScopes.Timetables timetables) {
		return new TaskScope(ledger, owner, timetables, false);
	}

	static TaskScope open(TaskLedger ledger, String name, TaskScopes.Timetables timetables) {
		TaskScope scope = new TaskScope(ledger, ledger.openOwner(OwnerKind.SCOPE, name), timetables, true);
		OpenOnThread.tidy(ledger.context());
		Owner around = ledger.context().nearest(OwnerKind.SCOPE);
		OpenOnThread.enter(ledger.context(), scope.owner);
		if (around != null) {
			scope.parent = around;
			if (!around.attach(scope.closing)) {
				scope.close();
			}
		}
		return scope;
	}

	/**
	 * Runs a task once, unless the scope ends before.
	 * @param delay from now
	 * @param task the task
	 * @return what cancels it
	 * @throws IllegalStateException if the scope has ended
	 */
	public TaskHandle after(Duration delay, Runnable task) {
		Objects.requireNonNull(delay, "delay");
		return schedule(task, false, (timetable, run) -> timetable.after(delay, run));
	}

	/**
	 * Runs a task at a fixed rate until the scope ends.
	 * @param period time to the first run and between two starts, above zero
	 * @param task the task
	 * @return what cancels it
	 * @throws IllegalStateException if the scope has ended
	 */
	public TaskHandle every(Duration period, Runnable task) {
		if (period.isNegative() || period.isZero()) {
			throw new IllegalArgumentException("the period must be above zero, but is " + DurationText.of(period));
		}
		return schedule(task, true, (timetable, run) -> timetable.every(period, run));
	}

	/**
	 * Runs a task when a cron expression says so, until the scope ends.
	 * @param expression a cron expression as the scheduler knows it, with Spring six
	 * fields from second to weekday
	 * @param task the task
	 * @return what cancels it
	 * @throws IllegalStateException if the scope has ended
	 * @throws IllegalArgumentException if it is no cron expression
	 * @throws UnsupportedOperationException if the scheduler knows none
	 */
	public TaskHandle cron(String expression, Runnable task) {
		Objects.requireNonNull(expression, "expression");
		return schedule(task, true, (timetable, run) -> timetable.cron(expression, run));
	}

	private TaskHandle schedule(Runnable task, boolean periodic,
			BiFunction<Timetable, Runnable, @Nullable Future<?>> handOver) {
		Objects.requireNonNull(task, "task");
		refuseIfEnded();
		Timetable timetable = this.timetables.timetable();
		ScopedTask scoped = new ScopedTask(this, task, periodic);
		this.tasks.add(scoped);
		if (!this.owner.attach(scoped.cancelling()) || this.closed) {
			scoped.cancel();
			refuseIfEnded();
		}
		OwnerSource before = this.ledger.context().swap(this.owner);
		try {
			scoped.scheduled(handOver.apply(timetable, scoped));
		}
		catch (Throwable ex) {
			scoped.cancel();
			throw ex;
		}
		finally {
			this.ledger.context().swap(before);
		}
		return scoped;
	}

	private void refuseIfEnded() {
		Deadline deadline = this.deadline;
		if (deadline != null && deadline.isOver()) {
			close();
		}
		if (isEnded()) {
			throw new IllegalStateException(this + " has ended and accepts no more tasks");
		}
	}

	/**
	 * Whether the scope is over.
	 * @return {@code true} once it was closed, its deadline is over, or what it stands
	 * for has ended
	 */
	public boolean isEnded() {
		return this.closed || this.owner.isEnded();
	}

	/**
	 * Ends the scope. May be called any number of times, by any thread. A scope that
	 * stands for a request, a session, a bean or the application ends by itself only.
	 */
	@Override
	public void close() {
		this.closed = true;
		if (this.opened) {
			Owner parent = this.parent;
			if (parent != null) {
				parent.detach(this.closing);
			}
			Deadline deadline = this.deadline;
			if (deadline != null) {
				deadline.forget();
			}
			this.ledger.ownerEnded(this.owner);
			OpenOnThread.tidy(this.ledger.context());
		}
		List.copyOf(this.tasks).forEach(ScopedTask::cancel);
	}

	void ends(Deadline deadline) {
		this.deadline = deadline;
		if (this.closed) {
			deadline.forget();
		}
	}

	void forget(ScopedTask task) {
		this.owner.detach(task.cancelling());
		this.tasks.remove(task);
	}

	@Override
	public String toString() {
		return this.owner.kind().label() + " '" + this.owner.name() + "'";
	}

}
