package io.timerscope.spring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.acme.schedulers.FinalExecutor;
import io.timerscope.spring.schedule.TrackedScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A scheduler starts, pauses and ends exactly as it does without us. */
class LifecycleTests {

	@ParameterizedTest
	@ValueSource(classes = { Pooled.class, Async.class })
	void theStoryOfALifeIsTheSameWithoutUs(Class<?> configuration) {
		List<String> without = storyOf(new AnnotationConfigApplicationContext(), configuration);
		assertThat(without).hasSizeGreaterThan(5);
		assertThat(storyOf(WrappedContext.create(), configuration)).isEqualTo(without);
	}

	private static List<String> storyOf(AnnotationConfigApplicationContext context, Class<?> configuration) {
		List<String> story = Collections.synchronizedList(new ArrayList<>());
		context.registerBean("witness", Witness.class, () -> new Witness(story));
		context.register(configuration);
		context.refresh();
		TaskScheduler scheduler = context.getBean("ts", TaskScheduler.class);
		SmartLifecycle lifecycle = (SmartLifecycle) scheduler;
		context.getBean(Witness.class).scheduler = scheduler;
		story.add("phase " + lifecycle.getPhase() + ", running " + lifecycle.isRunning() + ", auto-start "
				+ lifecycle.isAutoStartup());
		AtomicInteger runs = new AtomicInteger();
		scheduler.scheduleAtFixedRate(runs::incrementAndGet, Duration.ofMillis(2));
		await().until(() -> runs.get() > 1);
		context.stop();
		story.add("stopped: running " + lifecycle.isRunning());
		int paused = runs.get();
		context.start();
		await().until(() -> runs.get() > paused + 1);
		story.add("started: running " + lifecycle.isRunning());
		context.close();
		story.add("closed: running " + lifecycle.isRunning());
		return story;
	}

	@Test
	void aRunUnderWayIsWaitedForAsConfigured() throws InterruptedException {
		AnnotationConfigApplicationContext context = WrappedContext.start(Patient.class);
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch finish = new CountDownLatch(1);
		AtomicInteger finished = new AtomicInteger();
		context.getBean(TaskScheduler.class).schedule(() -> {
			started.countDown();
			try {
				finish.await();
				finished.incrementAndGet();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, Instant.now());
		started.await();
		Thread closing = new Thread(context::close);
		closing.start();
		finish.countDown();
		closing.join(TimeUnit.SECONDS.toMillis(10));
		assertThat(finished).hasValue(1);
	}

	@Test
	void aSchedulerThatIsInitialisedAgainIsStillTracked() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Pooled.class)) {
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			ScheduledExecutorService first = scheduler.getScheduledExecutor();
			scheduler.schedule(() -> {
			}, Instant.now().plusSeconds(100));
			scheduler.shutdown();
			WrappedContext.ledger(context).tick();
			assertThat(WrappedContext.totals(context).cancelled()).isEqualTo(1);
			await().until(() -> WrappedContext.schedulers(context).get("ts").poolSize() == 0);
			scheduler.initialize();
			assertThat(scheduler.getScheduledExecutor()).isNotSameAs(first);
			scheduler.schedule(() -> {
			}, Instant.now().plusSeconds(100));
			WrappedContext.ledger(context).tick();
			assertThat(WrappedContext.totals(context).live()).isEqualTo(1);
		}
	}

	@Test
	void aBeanThatInitialisesItselfHasNoThirdPool() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(SelfInitialised.class)) {
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			assertThat(((Counting) SchedulerProxies.unwrap(scheduler)).pools).isEqualTo(2);
			assertThat(scheduler.getScheduledExecutor()).isSameAs(scheduler.getScheduledExecutor());
		}
	}

	@Test
	void unwrappingReachesTheOriginalThroughProxiesOfOthers() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(SelfInitialised.class)) {
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			Object proxied = new ProxyFactory(scheduler).getProxy();
			assertThat(SchedulerProxies.unwrap(new ProxyFactory(proxied).getProxy())).isInstanceOf(Counting.class)
				.isSameAs(SchedulerProxies.unwrap(scheduler))
				.isNotInstanceOf(TrackedScheduler.class);
		}
	}

	@Test
	void closeIsCalledOnceAndOnlyWhereItWouldBe() {
		AnnotationConfigApplicationContext context = WrappedContext.start(CustomClose.class);
		Closing.CLOSED.set(0);
		ScheduledThreadPoolExecutor kept = (ScheduledThreadPoolExecutor) SchedulerProxies
			.unwrap(context.getBean("kept"));
		context.close();
		assertThat(Closing.CLOSED).hasValue(1);
		assertThat(kept.isShutdown()).isFalse();
		kept.shutdownNow();
	}

	@Test
	void afterCloseNoThreadIsLeft() {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Pooled.class, Async.class,
				AnExecutor.class)) {
			context.getBeansOfType(TaskScheduler.class).values().forEach((it) -> it.scheduleAtFixedRate(() -> {
			}, Duration.ofMillis(1)));
			context.getBean("executor", ScheduledExecutorService.class).execute(() -> {
			});
		}
		await().untilAsserted(() -> assertThat(Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !before.contains(thread) && thread.getName().startsWith("wrapped-"))
			.collect(Collectors.toSet())).isEmpty());
	}

	@Test
	void aStandInThatIsCollectedShutsNothingDown() {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		try {
			java.lang.ref.WeakReference<Object> reference = new java.lang.ref.WeakReference<>(
					new SchedulerTracking(() -> io.timerscope.ledger.TaskLedger.builder().build(),
							new SchedulerProxies())
						.track(pool, "pool", ScheduledThreadPoolExecutor.class));
			await().until(() -> {
				System.gc();
				return reference.get() == null;
			});
			assertThat(pool.isShutdown()).isFalse();
		}
		finally {
			pool.shutdownNow();
		}
	}

	/** Tells what happens while the context closes, and tries to schedule then. */
	static final class Witness implements SmartLifecycle, DisposableBean {

		private final List<String> story;

		private volatile TaskScheduler scheduler;

		private volatile boolean running;

		Witness(List<String> story) {
			this.story = story;
		}

		@Override
		public void start() {
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
			attempt("stop");
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public void destroy() {
			attempt("destroy");
		}

		private void attempt(String when) {
			try {
				this.scheduler.schedule(() -> {
				}, Instant.now().plusSeconds(100));
				this.story.add("on " + when + ": taken");
			}
			catch (TaskRejectedException ex) {
				this.story.add("on " + when + ": rejected");
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Pooled {

		@Bean
		ThreadPoolTaskScheduler ts() {
			ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
			scheduler.setThreadNamePrefix("wrapped-");
			return scheduler;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Async {

		@Bean
		SimpleAsyncTaskScheduler ts() {
			SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
			scheduler.setThreadNamePrefix("wrapped-");
			return scheduler;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnExecutor {

		@Bean
		ScheduledExecutorService executor() {
			return new ScheduledThreadPoolExecutor(1, (task) -> new Thread(task, "wrapped-executor"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Patient {

		@Bean
		ThreadPoolTaskScheduler ts() {
			ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
			scheduler.setWaitForTasksToCompleteOnShutdown(true);
			scheduler.setAwaitTerminationSeconds(10);
			return scheduler;
		}

	}

	@SuppressWarnings("serial")
	static class Counting extends ThreadPoolTaskScheduler {

		private int pools;

		@Override
		public void initialize() {
			this.pools++;
			super.initialize();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SelfInitialised {

		@Bean
		ThreadPoolTaskScheduler ts() {
			Counting scheduler = new Counting();
			scheduler.setDaemon(true);
			scheduler.initialize();
			scheduler.schedule(() -> {
			}, Instant.now().plusSeconds(100));
			return scheduler;
		}

	}

	static class Closing extends ScheduledThreadPoolExecutor {

		static final AtomicInteger CLOSED = new AtomicInteger();

		Closing() {
			super(1);
		}

		public void close() {
			CLOSED.incrementAndGet();
			shutdownNow();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CustomClose {

		@Bean
		Closing closing() {
			return new Closing();
		}

		@Bean(destroyMethod = "")
		ScheduledExecutorService kept() {
			return new ScheduledThreadPoolExecutor(1);
		}

		@Bean
		ScheduledExecutorService seen() {
			return new FinalExecutor(new ScheduledThreadPoolExecutor(1));
		}

	}

}
