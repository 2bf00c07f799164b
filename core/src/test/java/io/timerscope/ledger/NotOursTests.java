package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.timerscope.Totals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * The law Not ours: result, exception, interrupt, cancel, order, {@code toString} and
 * null are the user's and pass through untouched.
 */
class NotOursTests {

	private final Bench bench = new Bench();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void aResultIsTheSameObject() throws Exception {
		Object result = new Object();
		assertThat(this.bench.executor.schedule(() -> result, 0, TimeUnit.SECONDS).get()).isSameAs(result);
		assertThat(this.bench.executor.submit(() -> result).get()).isSameAs(result);
		assertThat(this.bench.executor.submit(() -> {
		}, result).get()).isSameAs(result);
	}

	@Test
	void aNullResultStaysNull() throws Exception {
		Callable<Object> nothing = () -> null;
		assertThat(this.bench.executor.submit(nothing).get()).isNull();
	}

	@Test
	void anExceptionIsTheSameObject() {
		Error error = new StackOverflowError("mine");
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> this.bench.executor.schedule(() -> {
			throw error;
		}, 0, TimeUnit.SECONDS).get()).satisfies((ex) -> assertThat(ex.getCause()).isSameAs(error));
	}

	@Test
	void aCheckedExceptionThrownSneakilyIsTheSameObject() {
		Exception checked = new Exception("sneaky");
		Runnable task = () -> NotOursTests.<RuntimeException>sneak(checked);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> this.bench.executor.submit(task).get())
			.satisfies((ex) -> assertThat(ex.getCause()).isSameAs(checked));
	}

	@Test
	void anInterruptReachesTheTaskAndNobodyElse() throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		AtomicReference<Thread> thread = new AtomicReference<>();
		CountDownLatch interrupted = new CountDownLatch(1);
		Future<?> future = this.bench.executor.submit(() -> {
			thread.set(Thread.currentThread());
			running.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
		});
		running.await();
		assertThat(future.cancel(true)).isTrue();
		assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(future.isCancelled()).isTrue();
	}

	@Test
	void missingArgumentsAreForTheExecutorToRefuse() {
		assertThatNullPointerException()
			.isThrownBy(() -> this.bench.executor.schedule((Runnable) null, 1, TimeUnit.SECONDS));
		assertThatNullPointerException().isThrownBy(() -> this.bench.executor.schedule(() -> {
		}, 1, null));
		assertThatNullPointerException().isThrownBy(() -> this.bench.executor.execute(null));
		assertThatNullPointerException().isThrownBy(() -> this.bench.executor.invokeAll(null));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.bench.executor.scheduleAtFixedRate(() -> {
			}, 1, 0, TimeUnit.SECONDS));
		assertThat(this.bench.totals()).isEqualTo(Totals.ZERO);
	}

	@Test
	void aRejectionIsTheExecutorsOwn() {
		RejectedExecutionException mine = new RejectedExecutionException("mine");
		this.bench.pool.setRejectedExecutionHandler((task, pool) -> {
			throw mine;
		});
		this.bench.pool.shutdown();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.bench.executor.execute(() -> {
		})).satisfies((ex) -> assertThat(ex).isSameAs(mine));
	}

	@Test
	void aTaskDescribesItselfAsTheUsersTask() {
		Runnable task = new Runnable() {

			@Override
			public void run() {
			}

			@Override
			public String toString() {
				return "the nightly report";
			}

		};
		ScheduledFuture<?> future = this.bench.executor.schedule(task, 1, TimeUnit.HOURS);
		assertThat(future.toString()).contains("the nightly report");
		assertThat(this.bench.executor).hasToString(this.bench.pool.toString());
	}

	@Test
	void theQueueKnowsTheHandle() {
		ScheduledFuture<?> future = this.bench.executor.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		assertThat((Object) future).isInstanceOf(RunnableScheduledFuture.class);
		assertThat(this.bench.pool.getQueue().contains(future)).isTrue();
		assertThat(this.bench.pool.getQueue().contains(this.bench.executor.schedule(() -> {
		}, 1, TimeUnit.HOURS))).isTrue();
		assertThat(this.bench.pool.remove((Runnable) future)).isTrue();
		assertThat(this.bench.pool.getQueue()).hasSize(1);
	}

	@Test
	void handlesCompareAsTheirFuturesDo() {
		ScheduledFuture<?> first = this.bench.executor.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		ScheduledFuture<?> second = this.bench.executor.schedule(() -> {
		}, 2, TimeUnit.HOURS);
		assertThat(first.compareTo(second)).isNegative();
		assertThat(second.compareTo(first)).isPositive();
		assertThat(first.compareTo((Delayed) first)).isZero();
		assertThat(second.getDelay(TimeUnit.MINUTES)).isBetween(118L, 120L);
	}

	@Test
	void invokeAllKeepsSizeAndOrder() throws Exception {
		List<Callable<Integer>> tasks = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			int number = i;
			tasks.add(() -> number);
		}
		List<Integer> results = new ArrayList<>();
		for (Future<Integer> future : this.bench.executor.invokeAll(tasks)) {
			results.add(future.get());
		}
		assertThat(results).isSorted().hasSize(20);
		assertThat(this.bench.totals().completed()).isEqualTo(20);
	}

	@Test
	void invokeAllTakesWhatIsWrappedAlready() throws Exception {
		List<Callable<String>> wrapped = new ArrayList<>();
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1) {
			@Override
			@SuppressWarnings("unchecked")
			public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) throws InterruptedException {
				wrapped.addAll((Collection<? extends Callable<String>>) (Collection<?>) tasks);
				return super.invokeAll(tasks);
			}
		};
		try (Bench wrapping = new Bench(TaskLedger.builder(), pool)) {
			wrapping.executor.invokeAll(List.of(() -> "once"));
			Callable<String> again = wrapped.get(0);
			List<String> results = new ArrayList<>();
			for (Future<String> future : this.bench.executor.invokeAll(List.of(() -> "plain", again, () -> "last"))) {
				results.add(future.get());
			}
			assertThat(results).containsExactly("plain", "once", "last");
		}
	}

	@Test
	void removeOnCancelKeepsWorking() {
		this.bench.pool.setRemoveOnCancelPolicy(true);
		ScheduledFuture<?> future = this.bench.executor.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		future.cancel(false);
		assertThat(this.bench.pool.getQueue()).isEmpty();
	}

	@Test
	void whatShutdownNowReturnsStillRunsTheUsersTask() {
		AtomicReference<String> ran = new AtomicReference<>();
		ScheduledThreadPoolExecutor pool = this.bench.pool;
		this.bench.executor.execute(() -> uninterrupted(() -> pool.awaitTermination(10, TimeUnit.SECONDS)));
		this.bench.executor.execute(() -> uninterrupted(() -> pool.awaitTermination(10, TimeUnit.SECONDS)));
		CompletedLater later = new CompletedLater(ran);
		java.util.concurrent.ThreadPoolExecutor plain = new java.util.concurrent.ThreadPoolExecutor(1, 1, 1,
				TimeUnit.SECONDS, new java.util.concurrent.LinkedBlockingQueue<>());
		Totals before = this.bench.totals();
		this.bench.tracker.execute(later, (run) -> plain.getQueue().add(run));
		plain.shutdownNow().forEach(Runnable::run);
		assertThat(ran.get()).isEqualTo("ran");
		assertThat(this.bench.totals().scheduled()).isEqualTo(before.scheduled() + 1);
	}

	private static void uninterrupted(Callable<?> wait) {
		try {
			wait.call();
		}
		catch (Exception ex) {
			Thread.currentThread().interrupt();
		}
	}

	@SuppressWarnings("unchecked")
	private static <X extends Throwable> void sneak(Throwable throwable) throws X {
		throw (X) throwable;
	}

	private record CompletedLater(AtomicReference<String> ran) implements Runnable {

		@Override
		public void run() {
			this.ran.set("ran");
		}

	}

}
