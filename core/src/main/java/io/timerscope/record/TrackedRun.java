package io.timerscope.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * What the pool runs: the user's task between two entries in the ledger. Whatever the
 * task throws goes on unchanged; whatever the tracking throws does not.
 */
public sealed class TrackedRun implements Runnable, Callable<@Nullable Object> {

	private static final VarHandle TASK = taskHandle();

	private final RunRecorder runs;

	private final TaskRecord record;

	private volatile @Nullable Object task;

	private TrackedRun(TaskRecord record, Object task) {
		this.runs = record.scheduler().runs();
		this.record = record;
		this.task = task;
	}

	private static VarHandle taskHandle() {
		try {
			return MethodHandles.lookup().findVarHandle(TrackedRun.class, "task", Object.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	/** Keeps what schedulers ask of a task: to be comparable, or to be a future. */
	public static TrackedRun of(TaskRecord record, Object task) {
		if (task instanceof RunnableFuture<?> future) {
			return new OfFuture(record, future);
		}
		if (task instanceof Comparable<?>) {
			return new OfComparable(record, task);
		}
		return new TrackedRun(record, task);
	}

	@Override
	public void run() {
		if (this.task instanceof Runnable task) {
			this.runs.<RuntimeException>run(this.record, task, usersOwn(task), false);
		}
	}

	@Override
	public @Nullable Object call() throws Exception {
		if (this.task instanceof Callable<?> task) {
			return this.runs.<Exception>run(this.record, task, usersOwn(task), true);
		}
		throw new CancellationException("the task was cancelled before this run");
	}

	void dropTask() {
		this.task = null;
	}

	/** From now on runs what others have put around the task, if it was not let go. */
	public void surround(Object surrounding) {
		Object task = this.task;
		if (task != null && surrounding != task
				&& !TASK.compareAndSet(this, task, new Surrounded(usersOwn(task), surrounding))) {
			dropTask();
		}
	}

	private static Object usersOwn(Object task) {
		return (task instanceof Surrounded surrounded) ? surrounded.task() : task;
	}

	public TaskRecord record() {
		return this.record;
	}

	/** The user's own task. */
	final @Nullable Object task() {
		Object task = this.task;
		return (task == null) ? null : usersOwn(task);
	}

	@Override
	public String toString() {
		Object task = this.task;
		return (task == null) ? "cancelled task" : task.toString();
	}

	/** A user's task and what somebody else's advice runs in its place. */
	private record Surrounded(Object task, Object surrounding) implements Runnable, Callable<@Nullable Object> {

		@Override
		public void run() {
			((Runnable) this.surrounding).run();
		}

		@Override
		public @Nullable Object call() throws Exception {
			return ((Callable<?>) this.surrounding).call();
		}

		@Override
		public String toString() {
			return this.surrounding.toString();
		}

	}

	/** A task that a priority queue orders. */
	@SuppressWarnings("ComparableType") // compares what the application compares
	private static final class OfComparable extends TrackedRun implements Comparable<Object> {

		private OfComparable(TaskRecord record, Object task) {
			super(record, task);
		}

		@Override
		@SuppressWarnings("unchecked")
		public int compareTo(Object other) {
			Object mine = task();
			Object theirs = (other instanceof TrackedRun run) ? run.task() : other;
			return (mine == null || theirs == null) ? 0 : ((Comparable<Object>) mine).compareTo(theirs);
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return this == other;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this);
		}

	}

	/** A task that is a future itself, which executors look for when they close. */
	private static final class OfFuture extends TrackedRun implements RunnableFuture<@Nullable Object> {

		private final RunnableFuture<?> future;

		private OfFuture(TaskRecord record, RunnableFuture<?> task) {
			super(record, task);
			this.future = task;
		}

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			return this.future.cancel(mayInterruptIfRunning);
		}

		@Override
		public boolean isCancelled() {
			return this.future.isCancelled();
		}

		@Override
		public boolean isDone() {
			return this.future.isDone();
		}

		@Override
		public @Nullable Object get() throws InterruptedException, ExecutionException {
			return this.future.get();
		}

		@Override
		public @Nullable Object get(long timeout, TimeUnit unit)
				throws InterruptedException, ExecutionException, TimeoutException {
			return this.future.get(timeout, unit);
		}

	}

}
