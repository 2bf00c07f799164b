package io.timerscope.handmade;

import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

import io.timerscope.CallerHandle;
import io.timerscope.Site;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.jspecify.annotations.Nullable;

/**
 * Decides of each pool and timer, when the first task is scheduled on it, whether it is
 * the application's. That is tracked under the name of the line that made it; a library's
 * own is listed and left alone. A pool that is a bean never comes here, since its tasks
 * are tracked before they reach it.
 */
final class Makers {

	private static final String TIMER = "java.util.Timer";

	private static final String DELAYS = "java.util.concurrent.CompletableFuture$Delayer";

	private final TaskLedger ledger;

	private final JvmHub hub;

	private final Function<Class<?>, @Nullable String> libraries;

	private final @Nullable ClassLoader loader;

	private final WeakIdentityMap<Maker> known = new WeakIdentityMap<>();

	/** Those of pools' threads and of timers', whoever made them. */
	private final WeakIdentityMap<Site> threads = new WeakIdentityMap<>();

	private final WeakIdentityMap<WeakReference<Object>> pools = new WeakIdentityMap<>();

	/** Those whose pools are tracked. */
	private final Set<Site> lines = ConcurrentHashMap.newKeySet();

	Makers(TaskLedger ledger, JvmHub hub, Function<Class<?>, @Nullable String> libraries,
			@Nullable ClassLoader loader) {
		this.ledger = ledger;
		this.hub = hub;
		this.libraries = libraries;
		this.loader = loader;
	}

	/** Where the tasks of a pool are noted, or {@code null} if it is left alone. */
	@Nullable TaskTracker of(ExecutorService pool) {
		Maker known = this.known.get(pool);
		return (known != null) ? known.tracker() : of(pool, PoolView.ofKnownThreads(pool), pool.getClass().getName());
	}

	/** Where the tasks of a timer are noted, or {@code null} if it is left alone. */
	@Nullable TaskTracker ofTimer(Thread timer) {
		Maker known = this.known.get(timer);
		return (known != null) ? known.tracker() : of(timer, new TimerView(timer), TIMER);
	}

	/** The pool of a bean has taken a task that is tracked. */
	void isOfBean(ExecutorService pool) {
		if (this.known.get(pool) == null) {
			this.known.put(pool, Maker.BEAN);
		}
	}

	/** A pool has made a thread. */
	void worker(Object pool, @Nullable Thread thread) {
		if (thread != null && pool instanceof ScheduledExecutorService) {
			this.pools.put(thread, new WeakReference<>(pool));
		}
	}

	boolean isOfBean(Thread thread) {
		WeakReference<Object> reference = this.pools.get(thread);
		Object pool = (reference == null) ? null : reference.get();
		Maker known = (pool == null) ? null : this.known.get(pool);
		return known != null && known.ofBean();
	}

	/** A pool that the user wants left alone. */
	void leaveAlone(Object pool) {
		this.known.put(pool, Maker.LEFT_ALONE);
	}

	/** The line that made the pool of a thread, where its tasks are tracked. */
	@Nullable Site madeAt(Thread thread) {
		Site line = this.threads.get(thread);
		if (line == null) {
			StackTraceElement[] stack = this.hub.madeAt(thread);
			line = (stack == null) ? Site.UNKNOWN : this.ledger.madeAt(stack);
			this.threads.put(thread, line);
		}
		return this.lines.contains(line) ? line : null;
	}

	void clear() {
		this.known.clear();
		this.threads.clear();
		this.pools.clear();
		this.lines.clear();
	}

	private @Nullable TaskTracker of(Object pool, PoolView view, String type) {
		Maker known = this.known.get(pool);
		if (known != null) {
			return known.tracker();
		}
		synchronized (this) {
			known = this.known.get(pool);
			if (known == null) {
				known = find(pool, view, type);
				this.known.put(pool, known);
			}
			return known.tracker();
		}
	}

	private Maker find(Object pool, PoolView view, String type) {
		if (pool == ForkJoinPool.commonPool()) {
			return track("ForkJoinPool.commonPool", type, view, null, CallerHandle.COMPLETABLE_FUTURE);
		}
		StackTraceElement[] stack = this.hub.madeAt(pool);
		Site line = (stack == null) ? Site.UNKNOWN : this.ledger.madeAt(stack);
		if (line.className().equals(DELAYS)) {
			return track("CompletableFuture", type, view, null, CallerHandle.COMPLETABLE_FUTURE);
		}
		String library = library(line);
		if (library != null) {
			this.ledger.schedulers()
				.leaveAlone(line.isKnown() ? line.toString() : type, type,
						"it is no bean, and " + library + " made it for itself");
			return Maker.LEFT_ALONE;
		}
		return track(line.toString(), type, view, line,
				type.equals(TIMER) ? CallerHandle.TIMER_TASK : CallerHandle.SCHEDULED_FUTURE);
	}

	private Maker track(String name, String type, PoolView view, @Nullable Site line, CallerHandle handle) {
		if (line != null) {
			this.lines.add(line);
		}
		return new Maker(this.ledger.schedulers().track(name, type, SchedulerTraits.EXECUTOR.withHandle(handle), view),
				false);
	}

	/** Whose a line is, or {@code null} for the application's. */
	private @Nullable String library(Site line) {
		if (!line.isKnown()) {
			return "the JVM or somebody before the agent";
		}
		String named = null;
		try {
			named = this.libraries.apply(Class.forName(line.className(), false, this.loader));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			// a class of another loader, such as a script's
		}
		return (named == null && line.isLibrary()) ? "a library" : named;
	}

	/**
	 * What was decided.
	 *
	 * @param tracker notes the tasks, or {@code null} if the pool is left alone
	 * @param ofBean whether the tasks are tracked before they come here
	 */
	private record Maker(@Nullable TaskTracker tracker, boolean ofBean) {

		private static final Maker LEFT_ALONE = new Maker(null, false);

		/** Its tasks are tracked before they reach it. */
		private static final Maker BEAN = new Maker(null, true);

	}

}
