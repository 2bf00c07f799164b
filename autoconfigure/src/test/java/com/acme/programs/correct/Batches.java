package com.acme.programs.correct;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Batches that a request starts, and what watches their progress. */
class Batches {

	/** Polls for the end of an import, and cancels itself through a reference. */
	@RestController
	static class PollWithReference {

		private final TaskScheduler scheduler;

		PollWithReference(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/imports")
		void start() {
			AtomicReference<ScheduledFuture<?>> self = new AtomicReference<>();
			AtomicInteger left = new AtomicInteger(1_000_000);
			self.set(this.scheduler.scheduleAtFixedRate(() -> {
				if (left.decrementAndGet() == 0) {
					self.get().cancel(false);
				}
			}, Duration.ofMillis(20)));
		}

	}

	/** The same with an array, as old code does it. */
	@RestController
	static class PollWithArray {

		private final TaskScheduler scheduler;

		PollWithArray(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/uploads")
		void start() {
			ScheduledFuture<?>[] self = new ScheduledFuture<?>[1];
			AtomicInteger left = new AtomicInteger(1_000_000);
			self[0] = this.scheduler.scheduleWithFixedDelay(() -> {
				if (left.decrementAndGet() == 0) {
					self[0].cancel(false);
				}
			}, Duration.ofMillis(20));
		}

	}

	/** The same with a future of the future. */
	@RestController
	static class PollWithPromise {

		private final TaskScheduler scheduler;

		PollWithPromise(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/backups")
		void start() {
			CompletableFuture<ScheduledFuture<?>> self = new CompletableFuture<>();
			AtomicInteger left = new AtomicInteger(1_000_000);
			self.complete(this.scheduler.scheduleAtFixedRate(() -> {
				if (left.decrementAndGet() == 0) {
					self.thenAccept((it) -> it.cancel(false));
				}
			}, Duration.ofMillis(20)));
		}

	}

	/** The same as an object with a field. */
	@RestController
	static class PollWithField {

		private final TaskScheduler scheduler;

		PollWithField(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/restores")
		void start() {
			new Poll().start(this.scheduler);
		}

		private static final class Poll implements Runnable {

			private volatile ScheduledFuture<?> self;

			private int left = 1_000_000;

			void start(TaskScheduler scheduler) {
				this.self = scheduler.scheduleAtFixedRate(this, Duration.ofMillis(20));
			}

			@Override
			public void run() {
				if (--this.left == 0) {
					this.self.cancel(false);
				}
			}

		}

	}

	/** The same, with the future in the piece of work that the poll asks. */
	@RestController
	static class PollOfWork {

		private final TaskScheduler scheduler;

		PollOfWork(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/migrations")
		void start() {
			Work work = new Work();
			work.polling = this.scheduler.scheduleAtFixedRate(() -> ask(work), Duration.ofMillis(20));
		}

		private void ask(Work work) {
			if (--work.left == 0) {
				work.polling.cancel(false);
			}
		}

		private static final class Work {

			private volatile ScheduledFuture<?> polling;

			private int left = 1_000_000;

		}

	}

	/** Polls and is done after three looks. */
	@RestController
	static class PollThatIsDone {

		private final TaskScheduler scheduler;

		PollThatIsDone(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/scans")
		void start() {
			AtomicReference<ScheduledFuture<?>> self = new AtomicReference<>();
			AtomicInteger left = new AtomicInteger(3);
			self.set(this.scheduler.scheduleAtFixedRate(() -> {
				ScheduledFuture<?> poll = self.get();
				if (poll != null && left.decrementAndGet() <= 0) {
					poll.cancel(false);
				}
			}, Duration.ofMillis(5)));
		}

	}

	/** A batch on a thread of its own; its progress ticks while it works. */
	@RestController
	static class ProgressTicks implements DisposableBean {

		private final TaskScheduler scheduler;

		private final ExecutorService workers = Executors.newCachedThreadPool();

		private final CountDownLatch work = new CountDownLatch(1);

		ProgressTicks(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/batches")
		void start() {
			ScheduledFuture<?> progress = this.scheduler.scheduleAtFixedRate(() -> {
			}, Duration.ofMillis(20));
			this.workers.execute(() -> {
				try {
					this.work.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				finally {
					progress.cancel(false);
				}
			});
		}

		@Override
		public void destroy() {
			this.workers.shutdownNow();
		}

	}

	/** A rate limiter whose permits come back every second, closed by its batch. */
	@RestController
	static class RateLimited implements DisposableBean {

		private final TaskScheduler scheduler;

		private final ExecutorService workers = Executors.newCachedThreadPool();

		private final CountDownLatch work = new CountDownLatch(1);

		RateLimited(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/mailings")
		void start() {
			this.workers.execute(() -> {
				try (RateLimiter limiter = new RateLimiter(this.scheduler, 10)) {
					limiter.acquire();
					this.work.await();
					limiter.acquire();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			});
		}

		@Override
		public void destroy() {
			this.workers.shutdownNow();
		}

		private static final class RateLimiter implements AutoCloseable {

			private final Semaphore permits;

			private final ScheduledFuture<?> refill;

			RateLimiter(TaskScheduler scheduler, int perSecond) {
				this.permits = new Semaphore(perSecond);
				this.refill = scheduler.scheduleAtFixedRate(
						() -> this.permits.release(perSecond - this.permits.availablePermits()), Duration.ofMillis(20));
			}

			void acquire() throws InterruptedException {
				this.permits.acquire();
			}

			@Override
			public void close() {
				this.refill.cancel(false);
			}

		}

	}

	/** A piece of work with a scope around it. */
	@RestController
	static class ScopedWork {

		private final TaskScopes scopes;

		ScopedWork(TaskScopes scopes) {
			this.scopes = scopes;
		}

		@PostMapping("/exports-now")
		void export() {
			try (TaskScope scope = this.scopes.open("export", Duration.ofMinutes(5))) {
				scope.every(Duration.ofMillis(1), () -> {
				});
			}
		}

	}

}
