package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.timerscope.TickListener;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/**
 * The application's one clock: a daemon thread that brings the ledger up to date and then
 * calls everyone who listens. A plain object with a thread of its own, since a scheduler
 * or executor bean would change what the application is made of.
 */
final class TimerscopeClock implements SmartLifecycle, BeanClassLoaderAware, DisposableBean {

	static final String THREAD_NAME = "timerscope-clock";

	private final TaskLedger ledger;

	private final Duration interval;

	/** Far more than a busy machine oversleeps. */
	private static final Duration PAUSE = Duration.ofSeconds(5);

	/** How often it looks whether tasks still end by the thousand. */
	private static final Duration BURST_LOOK = Duration.ofMillis(20);

	/** Not looked up in a tick, which may be under way while the beans end. */
	private final List<TickListener> listeners = new CopyOnWriteArrayList<>();

	private final Supplier<@Nullable Runnable> lastLook;

	private volatile @Nullable ClassLoader classLoader;

	private volatile @Nullable Thread thread;

	TimerscopeClock(TaskLedger ledger, Duration interval, Supplier<@Nullable Runnable> lastLook) {
		this.ledger = ledger;
		this.interval = interval;
		this.lastLook = lastLook;
	}

	@Override
	public void setBeanClassLoader(ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	void addListener(TickListener listener) {
		this.listeners.add(listener);
	}

	void removeListener(TickListener listener) {
		this.listeners.remove(listener);
	}

	@Override
	public synchronized void start() {
		if (this.thread == null) {
			Runnable last = this.lastLook.get();
			Thread thread = new Thread(() -> run(last), THREAD_NAME);
			thread.setDaemon(true);
			thread.setContextClassLoader(null);
			this.thread = thread;
			thread.start();
		}
	}

	@Override
	public synchronized void stop() {
		Thread thread = this.thread;
		this.thread = null;
		LockSupport.unpark(thread);
	}

	/** A context that is refreshed anew destroys its beans without stopping them. */
	@Override
	public void destroy() {
		stop();
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** Starts early and stops late, so that it sees the schedulers' own shutdown. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	private void run(@Nullable Runnable last) {
		tickAlong();
		if (last != null) {
			inTheApplication(last);
		}
	}

	private void tickAlong() {
		long next = System.nanoTime() + this.interval.toNanos();
		watchBursts();
		while (this.thread == Thread.currentThread()) {
			long wait = next - System.nanoTime();
			if (wait > 0) {
				sleep(this.ledger.isInBurst() ? Math.min(wait, BURST_LOOK.toNanos()) : wait);
				continue;
			}
			next = System.nanoTime() + this.interval.toNanos();
			onBurst(null);
			inTheApplication(this::tick);
			watchBursts();
		}
		onBurst(null);
	}

	private void watchBursts() {
		Thread thread = Thread.currentThread();
		onBurst(() -> LockSupport.unpark(thread));
	}

	/** A thread that was stopped leaves the next one's watcher alone. */
	private synchronized void onBurst(@Nullable Runnable watcher) {
		if (this.thread == null || this.thread == Thread.currentThread()) {
			this.ledger.onBurst(watcher);
		}
	}

	private void sleep(long nanos) {
		long until = System.nanoTime() + nanos;
		LockSupport.parkNanos(this, nanos);
		long overslept = System.nanoTime() - until;
		if (overslept > PAUSE.toNanos()) {
			this.ledger.paused(Duration.ofNanos(overslept));
		}
	}

	private void tick() {
		this.ledger.tick();
		this.listeners.forEach(this::tell);
	}

	/**
	 * Listeners, and threads that they make, find the application's classes. The thread
	 * holds no class loader while it sleeps.
	 */
	private void inTheApplication(Runnable work) {
		Thread thread = Thread.currentThread();
		thread.setContextClassLoader(this.classLoader);
		try {
			work.run();
		}
		finally {
			thread.setContextClassLoader(null);
		}
	}

	private void tell(TickListener listener) {
		this.ledger.guarded("tick " + listener.getClass().getName(), listener::tick);
	}

}
