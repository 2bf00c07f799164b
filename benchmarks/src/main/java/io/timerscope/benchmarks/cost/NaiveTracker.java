package io.timerscope.benchmarks.cost;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The yardstick: a stack walk for each call, a map by boxed id, several objects for each
 * task.
 */
final class NaiveTracker extends AbstractExecutorService implements ScheduledExecutorService {

	private final ScheduledExecutorService delegate;

	private final AtomicLong ids = new AtomicLong();

	private final Map<Long, Entry> live = new ConcurrentHashMap<>();

	NaiveTracker(ScheduledExecutorService delegate) {
		this.delegate = delegate;
	}

	private Long note(String kind) {
		Long id = this.ids.incrementAndGet();
		String site = StackWalker.getInstance()
			.walk((frames) -> frames.filter((frame) -> !frame.getClassName().equals(NaiveTracker.class.getName()))
				.findFirst()
				.map(StackWalker.StackFrame::toString)
				.orElse("unknown"));
		this.live.put(id, new Entry(kind, site, Thread.currentThread().getName(), Instant.now()));
		return id;
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		Long id = note("once");
		return new Handle<>(this.delegate.schedule(() -> {
			try {
				command.run();
			}
			finally {
				this.live.remove(id);
			}
		}, delay, unit), id);
	}

	@Override
	public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
		Long id = note("once");
		return new Handle<>(this.delegate.schedule(() -> {
			try {
				return callable.call();
			}
			finally {
				this.live.remove(id);
			}
		}, delay, unit), id);
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
		return new Handle<>(this.delegate.scheduleAtFixedRate(command, initialDelay, period, unit), note("rate"));
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
		return new Handle<>(this.delegate.scheduleWithFixedDelay(command, initialDelay, delay, unit), note("delay"));
	}

	@Override
	public void execute(Runnable command) {
		this.delegate.execute(command);
	}

	@Override
	public void shutdown() {
		this.delegate.shutdown();
	}

	@Override
	public java.util.List<Runnable> shutdownNow() {
		return this.delegate.shutdownNow();
	}

	@Override
	public boolean isShutdown() {
		return this.delegate.isShutdown();
	}

	@Override
	public boolean isTerminated() {
		return this.delegate.isTerminated();
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return this.delegate.awaitTermination(timeout, unit);
	}

	private record Entry(String kind, String site, String thread, Instant at) {
	}

	private final class Handle<V> implements ScheduledFuture<V> {

		private final ScheduledFuture<V> delegate;

		private final Long id;

		private Handle(ScheduledFuture<V> delegate, Long id) {
			this.delegate = delegate;
			this.id = id;
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return this.delegate.getDelay(unit);
		}

		@Override
		public int compareTo(Delayed other) {
			return this.delegate.compareTo(other);
		}

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			boolean cancelled = this.delegate.cancel(mayInterruptIfRunning);
			if (cancelled) {
				NaiveTracker.this.live.remove(this.id);
			}
			return cancelled;
		}

		@Override
		public boolean isCancelled() {
			return this.delegate.isCancelled();
		}

		@Override
		public boolean isDone() {
			return this.delegate.isDone();
		}

		@Override
		public V get() throws InterruptedException, ExecutionException {
			return this.delegate.get();
		}

		@Override
		public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
			return this.delegate.get(timeout, unit);
		}

	}

}
