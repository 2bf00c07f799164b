package io.timerscope.spring;

import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.acme.schedulers.FinalExecutor;
import com.google.common.util.concurrent.ListeningScheduledExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.Uninterruptibles;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timerscope.TaskQuery;
import io.timerscope.Totals;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What is out of reach; see {@code docs/limits.md}. */
class KnownLimitsTests {

	@Test
	void tasksGivenToThePoolBehindASchedulerAreNotTracked() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			context.getBean(ThreadPoolTaskScheduler.class)
				.getScheduledExecutor()
				.schedule(KnownLimitsTests::nothing, 1, TimeUnit.HOURS);
			assertThat(WrappedContext.totals(context)).isEqualTo(Totals.ZERO);
		}
	}

	@Test
	@SuppressWarnings({ "UndefinedEquals", "CollectionUndefinedEquality" }) // that is
																			// what is
																			// tested
	void theQueueBehindASpringSchedulerShowsThePoolsOwnFuturesAndFindsTheCallers() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			ScheduledFuture<?> future = scheduler.schedule(KnownLimitsTests::nothing, Instant.now().plusSeconds(3600));
			BlockingQueue<Runnable> queue = scheduler.getScheduledThreadPoolExecutor().getQueue();
			assertThat(queue.peek()).isNotSameAs(future).isNotEqualTo(future);
			assertThat(queue.contains(future)).isTrue();
			assertThat(queue.remove(future)).isTrue();
		}
	}

	@Test
	void aTaskScheduledWhileTheSchedulerInitialisesItselfIsNotTracked() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Early.class)) {
			assertThat(context.getBean(ThreadPoolTaskScheduler.class).getScheduledThreadPoolExecutor().getQueue())
				.hasSize(1);
			assertThat(WrappedContext.totals(context)).isEqualTo(Totals.ZERO);
		}
	}

	@Test
	void aFieldReadThroughTheBeanIsNotTheRealOne() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			Own bean = context.getBean(Own.class);
			assertThat(bean.log).isNull();
			assertThat(bean.log()).isEqualTo("ready");
		}
	}

	@Test
	void theClassOfTheBeanIsASubclassOfTheUsers() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Early.class, Plain.class)) {
			assertThat(context.getBean("plain")).isInstanceOf(ThreadPoolTaskScheduler.class)
				.isNotExactlyInstanceOf(ThreadPoolTaskScheduler.class);
			assertThat(AopUtils.getTargetClass(context.getBean("plain"))).isEqualTo(ThreadPoolTaskScheduler.class);
		}
	}

	@Test
	void aRejectedExecutionHandlerIsGivenThePoolBehindTheBean() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Rejecting.class)) {
			ScheduledThreadPoolExecutor bean = context.getBean(ScheduledThreadPoolExecutor.class);
			bean.shutdown();
			bean.schedule(KnownLimitsTests::nothing, 1, TimeUnit.HOURS);
			assertThat(context.getBean(Rejecting.class).executor).isInstanceOf(ScheduledThreadPoolExecutor.class)
				.isNotSameAs(bean);
		}
	}

	@Test
	void theQueueOfAPoolIsAView() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Rejecting.class)) {
			ScheduledThreadPoolExecutor bare = new ScheduledThreadPoolExecutor(1);
			assertThat(context.getBean(ScheduledThreadPoolExecutor.class).getQueue())
				.isNotInstanceOf(bare.getQueue().getClass());
			bare.shutdown();
		}
	}

	@Test
	void adviceThatCallsTheTargetItselfSchedulesPastTimerscope() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(PastTheChain.class)) {
			TaskScheduler scheduler = context.getBean(TaskScheduler.class);
			AtomicInteger runs = new AtomicInteger();
			scheduler.schedule(runs::incrementAndGet, Instant.now());
			await().untilAsserted(() -> assertThat(runs).hasValue(1));
			TaskQuery all = new TaskQuery(TaskQuery.States.ENDED, null, null, null, null, 100, 0);
			assertThat(WrappedContext.ledger(context).read().snapshot(all).page().tasks())
				.allSatisfy((task) -> assertThat(task.runs()).isZero());
		}
	}

	@Test
	void theMetersOfASingleThreadPoolAreThoseThatMicrometerHasWithoutTheBean() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Single.class)) {
			ScheduledExecutorService bare = Executors.newSingleThreadScheduledExecutor();
			assertThat(metersOf(context.getBean(ScheduledExecutorService.class))).isEqualTo(metersOf(bare));
			bare.shutdown();
		}
	}

	private static Set<String> metersOf(ScheduledExecutorService executor) {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		ExecutorServiceMetrics.monitor(registry, executor, "single").execute(KnownLimitsTests::nothing);
		return registry.getMeters().stream().map((meter) -> meter.getId().getName()).collect(Collectors.toSet());
	}

	@Test
	void aFinalClassBehindAnInterfaceIsSeenByItsInterfacesOnly() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			assertThat(context.getBean("hidden")).isNotInstanceOf(FinalExecutor.class)
				.isInstanceOf(ScheduledExecutorService.class);
		}
	}

	@Test
	void whatAnErrorHandlerSwallowsCountsAsASuccess() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(OverAnExecutor.class)) {
			ConcurrentTaskScheduler scheduler = context.getBean(ConcurrentTaskScheduler.class);
			scheduler.setErrorHandler((ex) -> {
			});
			scheduler.schedule((Runnable) () -> {
				throw new IllegalStateException("broken");
			}, Instant.now());
			await().until(() -> WrappedContext.totals(context).completed() == 1);
			assertThat(WrappedContext.totals(context).failed()).isZero();
		}
	}

	@Test
	void aSchedulerThatAsksForAClassSeesOneOfOurs() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			Own bean = context.getBean(Own.class);
			bean.schedule(new OwnTask(), Instant.now().plusSeconds(100));
			assertThat(bean.sawOwnTask()).isFalse();
		}
	}

	@Test
	void anUndeclaredCheckedExceptionOfASchedulerIsWrapped() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			Own bean = context.getBean(Own.class);
			assertThatExceptionOfType(UndeclaredThrowableException.class)
				.isThrownBy(() -> bean.scheduleAtFixedRate(KnownLimitsTests::nothing, Duration.ofSeconds(1)));
		}
	}

	@Test
	void aSchedulerThatIsNoBeanIsNotTracked() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			Timer timer = new Timer(true);
			timer.schedule(new TimerTask() {

				@Override
				public void run() {
				}

			}, 100_000);
			ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
			pool.schedule(KnownLimitsTests::nothing, 1, TimeUnit.HOURS);
			new CompletableFuture<>().orTimeout(1, TimeUnit.HOURS).cancel(false);
			assertThat(WrappedContext.totals(context)).isEqualTo(Totals.ZERO);
			pool.shutdownNow();
			timer.cancel();
		}
	}

	@Test
	void whatASchedulersOwnMethodGivesToItselfIsNotTracked() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			assertThat(context.getBean(Own.class).later(KnownLimitsTests::nothing).isDone()).isFalse();
			assertThat(context.getBean(ListeningScheduledExecutorService.class)
				.schedule(KnownLimitsTests::nothing, Duration.ofHours(1))
				.isDone()).isFalse();
			assertThat(WrappedContext.totals(context)).isEqualTo(Totals.ZERO);
		}
	}

	@Test
	void theMonitorOfTheBeanIsNotThatOfTheRealScheduler() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			Own bean = context.getBean(Own.class);
			synchronized (bean) {
				assertThat(bean.isLocked()).isFalse();
			}
		}
	}

	@Test
	void aTaskWithoutAFutureCannotBeCancelled() throws InterruptedException {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Application.class)) {
			CountDownLatch started = new CountDownLatch(1);
			CountDownLatch finish = new CountDownLatch(1);
			context.getBean(Own.class).execute(() -> {
				started.countDown();
				Uninterruptibles.awaitUninterruptibly(finish);
			});
			started.await();
			long id = WrappedContext.ledger(context).read().snapshot(TaskQuery.DEFAULT).page().tasks().get(0).id();
			assertThat(WrappedContext.ledger(context).cancel(id)).isFalse();
			assertThat(WrappedContext.totals(context).live()).isEqualTo(1);
			finish.countDown();
			await().until(() -> WrappedContext.totals(context).completed() == 1);
		}
	}

	@Test
	void theListOfRetainedTasksIsAsShortAsTheHistory() {
		WrappedContext.runner()
			.withUserConfiguration(Application.class)
			.withPropertyValues("timerscope.history.size=1")
			.run((context) -> {
				for (int i = 0; i < 3; i++) {
					context.getBean("ts", TaskScheduler.class)
						.schedule(KnownLimitsTests::nothing, Instant.now().plusSeconds(100))
						.cancel(false);
				}
				WrappedContext.ledger(context).tick();
				TaskQuery query = new TaskQuery(TaskQuery.States.RETAINED, null, null, null, null, 100, 0);
				assertThat(WrappedContext.ledger(context).read().snapshot(query).page().tasks()).hasSize(1);
				assertThat(WrappedContext.totals(context).retained()).isEqualTo(3);
			});
	}

	@Test
	void theFutureOfATriggeredTaskOverAnExecutorIsSpringsOwn() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(OverAnExecutor.class)) {
			assertThat(context.getBean(TaskScheduler.class)
				.schedule(KnownLimitsTests::nothing, new CronTrigger("0 0 0 1 1 *"))
				.getClass()
				.getName()).startsWith("org.springframework.");
		}
	}

	@Test
	void aContextBelowTheApplicationsTracksOnlyWithTheAutoConfiguration() {
		try (AnnotationConfigApplicationContext parent = WrappedContext.start(OverAnExecutor.class)) {
			AnnotationConfigApplicationContext child = new AnnotationConfigApplicationContext();
			child.setParent(parent);
			child.register(Early.class);
			child.refresh();
			try (child) {
				assertThat(child.getBean(ThreadPoolTaskScheduler.class)).isExactlyInstanceOf(Hasty.class);
			}
		}
	}

	private static void nothing() {
	}

	static final class OwnTask implements Runnable {

		@Override
		public void run() {
		}

	}

	@SuppressWarnings("serial")
	static class Own extends ThreadPoolTaskScheduler {

		final String log;

		private boolean sawOwnTask;

		Own() {
			this.log = String.valueOf("ready");
		}

		String log() {
			return this.log;
		}

		ScheduledFuture<?> later(Runnable task) {
			return scheduleWithFixedDelay(task, Instant.now().plusSeconds(100), Duration.ofHours(1));
		}

		boolean isLocked() {
			return Thread.holdsLock(this);
		}

		boolean sawOwnTask() {
			return this.sawOwnTask;
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
			this.sawOwnTask = task instanceof OwnTask;
			return super.schedule(task, startTime);
		}

		@Override
		public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
			throw KnownLimitsTests.Own.<RuntimeException>sneaky(new Exception("checked"));
		}

		@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
		private static <X extends Throwable> RuntimeException sneaky(Throwable failure) throws X {
			throw (X) failure;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		Own ts() {
			return new Own();
		}

		@Bean
		ListeningScheduledExecutorService listening() {
			return MoreExecutors.listeningDecorator(Executors.newScheduledThreadPool(1));
		}

		@Bean
		ScheduledExecutorService hidden() {
			return new FinalExecutor(Executors.newScheduledThreadPool(1));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Plain {

		@Bean
		ThreadPoolTaskScheduler plain() {
			return new ThreadPoolTaskScheduler();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Single {

		@Bean
		ScheduledExecutorService single() {
			return Executors.newSingleThreadScheduledExecutor();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PastTheChain {

		@Bean
		TaskScheduler past() {
			ThreadPoolTaskScheduler target = new ThreadPoolTaskScheduler();
			target.initialize();
			ProxyFactory factory = new ProxyFactory(target);
			factory.addAdvice((MethodInterceptor) (invocation) -> invocation.getMethod()
				.invoke(target, invocation.getArguments()));
			return (TaskScheduler) factory.getProxy();
		}

		@Bean
		DisposableBean end(TaskScheduler past) {
			return ((ThreadPoolTaskScheduler) AopProxyUtils.getSingletonTarget(past))::shutdown;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Rejecting {

		private volatile Executor executor;

		@Bean
		ScheduledThreadPoolExecutor rejecting() {
			return new ScheduledThreadPoolExecutor(1, (task, executor) -> this.executor = executor);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Early {

		@Bean
		ThreadPoolTaskScheduler ts() {
			return new Hasty();
		}

	}

	@SuppressWarnings("serial")
	static class Hasty extends ThreadPoolTaskScheduler {

		@Override
		public void afterPropertiesSet() {
			super.afterPropertiesSet();
			schedule(KnownLimitsTests::nothing, Instant.now().plusSeconds(100));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OverAnExecutor {

		@Bean
		@SuppressWarnings("SchedulerNeverShutDown") // without a thread
		ConcurrentTaskScheduler ts() {
			return new ConcurrentTaskScheduler(Executors.newScheduledThreadPool(1));
		}

	}

}
