package io.timerscope.spring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.acme.schedulers.CuriousScheduler;
import com.acme.schedulers.NamedTask;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.spring.schedule.TaskFaces;
import io.timerscope.spring.schedule.TrackedScheduler;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.SchedulingAwareRunnable;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.TaskSchedulerRouter;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.scheduling.support.DelegatingErrorHandlingRunnable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What schedulers ask of a task, it still answers. */
class TaskFacesTests {

	@Test
	void aSchedulerOfOnesOwnSeesTheTasksInterfacesAndTheTrigger() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Curious.class)) {
			CuriousScheduler scheduler = context.getBean(CuriousScheduler.class);
			assertThat(scheduler).isInstanceOf(TrackedScheduler.class);
			NamedTask task = new NamedTask() {

				@Override
				public String name() {
					return "nightly";
				}

				@Override
				public void run() {
				}

			};
			scheduler.schedule(task, Instant.now());
			scheduler.schedule(task, new CronTrigger("0 0 0 * * *"));
			scheduler.schedule(() -> {
			}, new Holidays());
			assertThat(scheduler.seen()).containsExactly("nightly", "nightly", "0 0 0 * * *", "Holidays");
			assertThat(WrappedContext.totals(context).live()).isEqualTo(3);
		}
	}

	@Test
	void aTaskWhoseInterfaceDeclaresItsMethodAnewIsTracked() throws Exception {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Routed.class)) {
			ThreadPoolTaskScheduler scheduler = context.getBean("first", ThreadPoolTaskScheduler.class);
			Heartbeat beat = new Heartbeat();
			ScheduledFuture<?> future = scheduler.scheduleAtFixedRate(beat, Duration.ofMillis(5));
			await().until(() -> beat.runs.get() >= 3);
			TaskSnapshot task = WrappedContext.ledger(context).read().snapshot(TaskQuery.DEFAULT).page().tasks().get(0);
			assertThat(task.runs()).isGreaterThanOrEqualTo(2);
			future.cancel(false);
			assertThat(scheduler.submit((Job<String>) () -> "done").get()).isEqualTo("done");
			await().until(() -> WrappedContext.totals(context).completed() == 1);
			assertThat(WrappedContext.totals(context).live()).isZero();
		}
	}

	@Test
	void aSchedulerThatThrowsOrReturnsNullDoesSo() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Curious.class)) {
			CuriousScheduler scheduler = context.getBean(CuriousScheduler.class);
			ScheduledFuture<?> future = scheduler.scheduleAtFixedRate(() -> {
			}, Duration.ofSeconds(1));
			assertThat((Object) future).isNull();
			assertThatExceptionOfType(UnsupportedOperationException.class)
				.isThrownBy(() -> scheduler.scheduleAtFixedRate(() -> {
				}, Instant.now(), Duration.ofSeconds(1)))
				.withMessage("no rates here");
			assertThat(WrappedContext.totals(context).scheduled()).isZero();
		}
	}

	@Test
	void aRouterSeesTheQualifierOfATask() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Routed.class)) {
			List<String> threads = new ArrayList<>();
			context.getBean(TaskSchedulerRouter.class).schedule(new SchedulingAwareRunnable() {

				@Override
				public void run() {
					threads.add(Thread.currentThread().getName());
				}

				@Override
				public String getQualifier() {
					return "second";
				}

			}, Instant.now());
			await().until(() -> !threads.isEmpty());
			assertThat(threads.get(0)).startsWith("second-");
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(1);
		}
	}

	@Test
	void aTaskWithItsOwnErrorHandlingGetsNoOther() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Routed.class)) {
			ThreadPoolTaskScheduler scheduler = context.getBean("first", ThreadPoolTaskScheduler.class);
			AtomicInteger runs = new AtomicInteger();
			ScheduledFuture<?> future = scheduler.scheduleAtFixedRate(new DelegatingErrorHandlingRunnable(() -> {
				runs.incrementAndGet();
				throw new IllegalStateException("broken");
			}, (ex) -> {
				throw new IllegalArgumentException(ex);
			}), Duration.ofMillis(1));
			await().until(future::isDone);
			assertThat(runs).hasValue(1);
			assertThat(WrappedContext.totals(context).failed()).isEqualTo(1);
		}
	}

	@Test
	void tasksAreStillOrderedByAQueue() {
		TaskFaces faces = new TaskFaces();
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Routed.class)) {
			List<Runnable> handed = new ArrayList<>();
			TaskTracker tracker = WrappedContext.ledger(context).schedulers().tracked().iterator().next();
			for (int rank : new int[] { 3, 1, 2 }) {
				tracker.execute(new Ranked(rank), handed::add);
			}
			PriorityBlockingQueue<Runnable> queue = new PriorityBlockingQueue<>(handed);
			assertThat(queue.poll()).hasToString("rank 1");
			assertThat(queue.poll()).hasToString("rank 2");
			assertThat(faces.of(new Ranked(1), handed.get(0))).isSameAs(handed.get(0));
		}
	}

	@Test
	void aTaskThatIsAFutureIsHandedOnAsOne() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Routed.class)) {
			List<Runnable> handed = new ArrayList<>();
			TaskTracker tracker = WrappedContext.ledger(context).schedulers().tracked().iterator().next();
			tracker.execute(new java.util.concurrent.FutureTask<>(() -> "done"), handed::add);
			assertThat(handed.get(0)).isInstanceOf(RunnableFuture.class);
		}
	}

	@Test
	void aMoreSpecialFutureThatAClassPromisesIsReturned() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Promising.class)) {
			PromisingPool pool = context.getBean(PromisingPool.class);
			assertThat(pool).isInstanceOf(TrackedScheduler.class);
			SpecialFuture<?> future = pool.schedule(() -> {
			}, 1, TimeUnit.HOURS);
			assertThat(future.special()).isEqualTo("special");
			assertThat(WrappedContext.totals(context).live()).isEqualTo(1);
			future.cancel(false);
			WrappedContext.ledger(context).tick();
			assertThat(WrappedContext.totals(context).cancelled()).isEqualTo(1);
		}
	}

	@Test
	void anExecutorSideIsSeenByEveryType() throws Exception {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Routed.class)) {
			AsyncTaskExecutor executor = context.getBean("first", AsyncTaskExecutor.class);
			executor.submitCompletable(() -> "soon").get(10, TimeUnit.SECONDS);
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(1);
		}
	}

	record Ranked(int rank) implements Runnable, Comparable<Ranked> {

		@Override
		public void run() {
		}

		@Override
		public int compareTo(Ranked other) {
			return Integer.compare(this.rank, other.rank);
		}

		@Override
		public String toString() {
			return "rank " + this.rank;
		}

	}

	static final class Holidays implements Trigger {

		@Override
		public Instant nextExecution(TriggerContext context) {
			return null;
		}

	}

	/**
	 * Declares the method of {@link Runnable} anew, as the interfaces of libraries do.
	 */
	interface Beating extends Runnable {

		@Override
		void run();

	}

	/** Has the same method once more, and is no {@link Runnable}. */
	interface Running {

		void run();

	}

	static final class Heartbeat implements Beating, Running {

		private final AtomicInteger runs = new AtomicInteger();

		@Override
		public void run() {
			this.runs.incrementAndGet();
		}

	}

	/** Declares the method of {@link Callable} anew. */
	interface Job<V> extends Callable<V> {

		@Override
		V call();

	}

	interface SpecialFuture<V> extends RunnableScheduledFuture<V> {

		default String special() {
			return "special";
		}

	}

	static class PromisingPool extends ScheduledThreadPoolExecutor {

		PromisingPool() {
			super(1);
		}

		@Override
		public SpecialFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
			return (SpecialFuture<?>) super.schedule(command, delay, unit);
		}

		@Override
		protected <V> RunnableScheduledFuture<V> decorateTask(Runnable runnable, RunnableScheduledFuture<V> task) {
			return new Special<>(task);
		}

	}

	record Special<V>(RunnableScheduledFuture<V> task) implements SpecialFuture<V> {

		@Override
		public boolean isPeriodic() {
			return this.task.isPeriodic();
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return this.task.getDelay(unit);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
		}

		@Override
		public void run() {
			this.task.run();
		}

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			return this.task.cancel(mayInterruptIfRunning);
		}

		@Override
		public boolean isCancelled() {
			return this.task.isCancelled();
		}

		@Override
		public boolean isDone() {
			return this.task.isDone();
		}

		@Override
		public V get() throws InterruptedException, java.util.concurrent.ExecutionException {
			return this.task.get();
		}

		@Override
		public V get(long timeout, TimeUnit unit) throws InterruptedException, java.util.concurrent.ExecutionException,
				java.util.concurrent.TimeoutException {
			return this.task.get(timeout, unit);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Curious {

		@Bean
		CuriousScheduler scheduler() {
			return new CuriousScheduler();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Promising {

		@Bean
		PromisingPool pool() {
			return new PromisingPool();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Routed {

		@Bean
		TaskSchedulerRouter router() {
			return new TaskSchedulerRouter();
		}

		@Bean
		ThreadPoolTaskScheduler first() {
			ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
			scheduler.setThreadNamePrefix("first-");
			return scheduler;
		}

		@Bean
		ThreadPoolTaskScheduler second() {
			ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
			scheduler.setThreadNamePrefix("second-");
			return scheduler;
		}

	}

}
