package com.acme.odd;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.acme.odd.Application.Story;
import com.google.common.util.concurrent.ListenableScheduledFuture;
import com.google.common.util.concurrent.ListeningScheduledExecutorService;
import com.google.common.util.concurrent.MoreExecutors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Schedulers that do more than one would think. */
public final class BehaviourShapes {

	private BehaviourShapes() {
	}

	/**
	 * The applications.
	 * @return one for each shape
	 */
	public static Stream<Application> all() {
		return Stream.of(
				new Application(CalledAfterItsEnd.class,
						Map.of("pooled", "scheduled 0", "async", "scheduled 0", "pool", "scheduled 0", "single",
								"scheduled 0")),

				new Application(OfGenericType.class,
						Map.of("strings", "scheduled 1", "numbers", "scheduled 0", "texts", "scheduled 1", "longs",
								"scheduled 0")),
				new Application(OwnExecutorMade.class, Map.of("scheduler", "scheduled 1")),
				new Application(OwnScheduleMethod.class, Map.of("scheduler", "scheduled 2")),
				new Application(BothKinds.class, Map.of("both", "scheduled 2")),
				new Application(Listening.class, Map.of("pool", "scheduled 3")));
	}

	public interface Typed<T> extends ScheduledExecutorService {

	}

	@SuppressWarnings("serial")
	static class TypedScheduler<T> extends ThreadPoolTaskScheduler {

	}

	static class TypedPool<T> extends ScheduledThreadPoolExecutor implements Typed<T> {

		TypedPool() {
			super(1);
		}

	}

	static final class FinalTypedPool<T> extends ScheduledThreadPoolExecutor implements Typed<T> {

		FinalTypedPool() {
			super(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfGenericType {

		@Bean
		TypedScheduler<String> strings() {
			return new TypedScheduler<>();
		}

		@Bean
		TypedScheduler<Integer> numbers() {
			return new TypedScheduler<>();
		}

		@Bean
		Typed<String> texts() {
			return new FinalTypedPool<>();
		}

		@Bean
		Typed<Long> longs() {
			return new TypedPool<>();
		}

		@Bean
		Story story(TypedScheduler<String> strings, Typed<String> texts, Typed<Long> longs,
				ObjectProvider<Typed<Integer>> none) {
			return (told) -> {
				strings.schedule(Schedulers::nothing, Schedulers.LATER);
				texts.schedule(Schedulers::nothing, 1, TimeUnit.HOURS);
				told.add("" + none.getIfAvailable());
				told.add("" + List.of(texts, longs).size());
			};
		}

	}

	@SuppressWarnings("serial")
	static class Making extends ThreadPoolTaskScheduler {

		private int made;

		@Override
		protected ScheduledExecutorService createExecutor(int poolSize, ThreadFactory threadFactory,
				RejectedExecutionHandler handler) {
			this.made++;
			return new ScheduledThreadPoolExecutor(poolSize + 1, threadFactory, handler);
		}

		int made() {
			return this.made;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnExecutorMade {

		@Bean
		Making scheduler() {
			return new Making();
		}

		@Bean
		Story story(Making it) {
			return (told) -> {
				told.add("" + it.made() + it.getScheduledThreadPoolExecutor().getCorePoolSize());
				it.schedule(Schedulers::nothing, Schedulers.LATER);
			};
		}

	}

	@SuppressWarnings("serial")
	static class Slower extends ThreadPoolTaskScheduler {

		private int asked;

		@Override
		public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
			this.asked++;
			return super.schedule(task, startTime.plusSeconds(1));
		}

		@Override
		public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
			return schedule(task, Schedulers.LATER);
		}

		int asked() {
			return this.asked;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnScheduleMethod {

		@Bean
		Slower scheduler() {
			return new Slower();
		}

		@Bean
		Story story(Slower it) {
			return (told) -> {
				it.schedule(Schedulers::nothing, Schedulers.LATER);
				it.scheduleAtFixedRate(Schedulers::nothing, Duration.ofHours(1));
				told.add("" + it.asked());
			};
		}

	}

	static class Both extends ScheduledThreadPoolExecutor implements TaskScheduler {

		Both() {
			super(1);
		}

		@Override
		public Clock getClock() {
			return Clock.systemUTC();
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable t, Trigger x) {
			return null;
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable t, Instant x) {
			return schedule(t, 1, TimeUnit.HOURS);
		}

		@Override
		public ScheduledFuture<?> scheduleAtFixedRate(Runnable t, Instant x, Duration d) {
			return null;
		}

		@Override
		public ScheduledFuture<?> scheduleAtFixedRate(Runnable t, Duration d) {
			return null;
		}

		@Override
		public ScheduledFuture<?> scheduleWithFixedDelay(Runnable t, Instant x, Duration d) {
			return null;
		}

		@Override
		public ScheduledFuture<?> scheduleWithFixedDelay(Runnable t, Duration d) {
			return null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BothKinds {

		@Bean
		Both both() {
			return new Both();
		}

		@Bean
		Story story(Both it) {
			return (told) -> {
				told.add("" + it.schedule(Schedulers::nothing, Schedulers.LATER).isDone());
				told.add("" + it.schedule(Schedulers::nothing, 1, TimeUnit.HOURS).isDone());
				told.add("" + it.scheduleAtFixedRate(Schedulers::nothing, Duration.ofHours(1)));
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Listening {

		@Bean
		ListeningScheduledExecutorService pool() {
			return MoreExecutors.listeningDecorator(Executors.newScheduledThreadPool(1));
		}

		@Bean
		Story story(ListeningScheduledExecutorService it) {
			return (told) -> {
				ListenableScheduledFuture<?> future = it.schedule(Schedulers::nothing, 1, TimeUnit.HOURS);
				CountDownLatch heard = new CountDownLatch(1);
				future.addListener(heard::countDown, Runnable::run);
				told.add("" + future.cancel(false));
				told.add("" + heard.await(10, TimeUnit.SECONDS));
				told.add(it.submit(() -> "done").get());
				told.add("" + it.schedule(() -> "soon", 1, TimeUnit.MILLISECONDS).get());
				told.add("" + it.schedule(() -> "duration", Duration.ofMillis(1)).get());
				it.shutdownNow();
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CalledAfterItsEnd {

		@Bean
		ThreadPoolTaskScheduler pooled() {
			return Schedulers.named("pooled-");
		}

		@Bean
		SimpleAsyncTaskScheduler async() {
			return new SimpleAsyncTaskScheduler();
		}

		@Bean
		ScheduledExecutorService pool() {
			return new ScheduledThreadPoolExecutor(1);
		}

		@Bean
		ScheduledExecutorService single() {
			return Executors.newSingleThreadScheduledExecutor();
		}

		@Bean
		Story story(ThreadPoolTaskScheduler pooled, SimpleAsyncTaskScheduler async,
				Map<String, ScheduledExecutorService> executors) {
			return (told) -> {
				pooled.shutdown();
				async.close();
				for (TaskScheduler scheduler : List.of(pooled, async)) {
					told.add(outcome(() -> scheduler.schedule(Schedulers::nothing, Schedulers.LATER)));
					told.add(outcome(() -> scheduler.scheduleAtFixedRate(Schedulers::nothing, Duration.ofHours(1))));
					told.add(outcome(() -> scheduler.schedule(Schedulers::nothing, (Trigger) (it) -> null)));
					told.add(
							outcome(() -> scheduler.schedule(Schedulers::nothing, (Trigger) (it) -> Schedulers.LATER)));
					told.add(outcome(() -> ((AsyncTaskExecutor) scheduler).submit(Schedulers::nothing)));
				}
				for (ScheduledExecutorService executor : executors.values()) {
					executor.shutdown();
					told.add(outcome(() -> executor.schedule(Schedulers::nothing, 1, TimeUnit.HOURS)));
					told.add(outcome(() -> executor.submit(() -> "late")));
					told.add(outcome(() -> executor.invokeAll(List.of(() -> "late"))));
					told.add(outcome(() -> executor.invokeAny(List.of(() -> "late"))));
					told.add(outcome(executor::shutdownNow) + executor.isTerminated());
				}
			};
		}

	}

	private static String outcome(Callable<?> call) {
		try {
			Object answer = call.call();
			return (answer == null) ? "null" : "answered";
		}
		catch (Exception ex) {
			Throwable cause = ex.getCause();
			return ex.getClass().getName() + ((cause == null) ? "" : " because of " + cause.getClass().getName());
		}
	}

}
