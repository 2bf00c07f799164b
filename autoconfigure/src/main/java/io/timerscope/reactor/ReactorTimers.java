package io.timerscope.reactor;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;

import io.timerscope.CallerHandle;
import io.timerscope.OwnerContext;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.jspecify.annotations.Nullable;

/** What one application notes of Reactor's executors, until it closes. */
final class ReactorTimers {

	/** Schedulers are named by the application, and names are tags of meters. */
	private static final int NAMES = 32;

	private static final String NEIGHBOURS = "several applications in this JVM use Reactor; what is scheduled on Reactor's "
			+ "schedulers by a thread that works for none of their requests, sessions, scopes and tasks is not seen";

	private final TaskLedger ledger;

	private final OwnerContext context;

	private final Predicate<Object> tracked;

	/** By executor, so that none is made twice. */
	private final Map<ReactorExecutor, Seen> seen = new WeakHashMap<>();

	private final Set<String> names = new HashSet<>();

	private boolean closed;

	ReactorTimers(TaskLedger ledger, Predicate<Object> tracked) {
		this.ledger = ledger;
		this.context = ledger.context();
		this.tracked = tracked;
	}

	TaskLedger ledger() {
		return this.ledger;
	}

	OwnerContext context() {
		return this.context;
	}

	/** Says what is not seen for as long as other applications live in the JVM. */
	void hasNeighbours(boolean neighbours) {
		if (neighbours) {
			this.ledger.attribution().partial(NEIGHBOURS);
		}
		else {
			this.ledger.attribution().closed(NEIGHBOURS);
		}
	}

	/** Whether an executor is in a ledger as a bean already. */
	boolean isTracked(Object executor) {
		return this.tracked.test(executor);
	}

	/**
	 * An executor is given the first delayed task of this application.
	 * @return how its tasks are noted, or {@code null} if they are not
	 */
	synchronized @Nullable Seen see(ReactorExecutor executor) {
		Seen seen = this.seen.get(executor);
		if (seen == null && !this.closed) {
			this.ledger.guarded("track a scheduler of Reactor",
					() -> this.seen.put(executor, track(executor.delegate, executor.called())));
			seen = this.seen.get(executor);
		}
		if (seen != null && !this.closed) {
			executor.remember(seen);
		}
		return seen;
	}

	private Seen track(ScheduledExecutorService executor, ReactorName scheduler) {
		String name = scheduler.text();
		if (!this.names.contains(name) && this.names.size() >= NAMES) {
			name = scheduler.textOfKind();
		}
		this.names.add(name);
		TaskTracker tracker = this.ledger.schedulers()
			.track(name, scheduler.type(), SchedulerTraits.EXECUTOR.withHandle(CallerHandle.DISPOSABLE),
					PoolView.shared(executor, scheduler.threadNamePrefix()));
		return new Seen(this, tracker, new TrackedScheduledExecutorService(executor, tracker));
	}

	/** The executors live on, and lead to nothing of the application any more. */
	synchronized void close() {
		this.closed = true;
		this.seen.keySet().forEach((executor) -> executor.forget(this));
		this.seen.clear();
	}

	/**
	 * An executor as one application sees it.
	 *
	 * @param application the application
	 * @param tracker notes the tasks
	 * @param executor notes them and hands them over
	 */
	record Seen(ReactorTimers application, TaskTracker tracker, TrackedScheduledExecutorService executor) {
	}

}
