package io.timerscope.spring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

import com.acme.locks.Reminders;
import com.acme.sentry.MonitoredJob;
import io.sentry.CheckIn;
import io.sentry.Hint;
import io.sentry.ITransportFactory;
import io.sentry.Sentry;
import io.sentry.SentryEnvelope;
import io.sentry.SentryItemType;
import io.sentry.SentryOptions;
import io.sentry.SentryWrapper;
import io.sentry.spring7.EnableSentry;
import io.sentry.spring7.SentryTaskDecorator;
import io.sentry.spring7.checkin.SentryCheckInAdviceConfiguration;
import io.sentry.spring7.checkin.SentryCheckInPointcutConfiguration;
import io.sentry.spring7.tracing.SentryAdviceConfiguration;
import io.sentry.spring7.tracing.SentrySpanPointcutConfiguration;
import io.sentry.spring7.tracing.SentryTransactionPointcutConfiguration;
import io.sentry.transport.ITransport;
import io.sentry.transport.RateLimiter;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.PeriodicTrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Sentry's integration with Spring watches jobs on tracked schedulers as on others. */
class SentryTests {

	@AfterEach
	void close() {
		Sentry.close();
	}

	@Test
	void aJobIsCheckedInAndIsOneTaskOfItsBean() {
		try (AnnotationConfigApplicationContext context = start(Kind.POOL, Watched.class)) {
			MonitoredJob job = context.getBean(MonitoredJob.class);
			assertThat(AopUtils.isAopProxy(job)).isTrue();
			await().untilAsserted(() -> assertThat(job.runs()).isGreaterThan(3));
			Sent sent = context.getBean(Sent.class);
			await().untilAsserted(() -> assertThat(sent.count(SentryItemType.CheckIn)).isGreaterThan(3));
			assertThat(sent.count(SentryItemType.Transaction)).isPositive();
			assertThat(tasks(context)).singleElement().satisfies((task) -> {
				assertThat(task.name()).isEqualTo("MonitoredJob.run");
				assertThat(task.owner().kind()).isEqualTo(OwnerKind.BEAN);
				assertThat(task.owner().name()).isEqualTo("job");
				assertThat(task.site().toString()).contains("com.acme.sentry.MonitoredJob.run(MonitoredJob.java");
			});
			assertThat(WrappedContext.ledger(context).trackingErrors()).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void whatSentryDecoratesOrWrapsKeepsItsLineAndOwner(Kind kind) throws Exception {
		try (AnnotationConfigApplicationContext context = start(kind)) {
			TaskScheduler scheduler = context.getBean("scheduler", TaskScheduler.class);
			Reminders reminders = context.getBean(Reminders.class);
			Queue<String> seen = new ConcurrentLinkedQueue<>();
			Sentry.setTag("order", "42");
			Runnable task = () -> seen.add("once " + tag());
			reminders.once(scheduler, SentryWrapper.wrapRunnable(task)).get(10, TimeUnit.SECONDS);
			await().untilAsserted(() -> assertThat(seen).containsExactly("once 42"));
			AtomicInteger runs = new AtomicInteger();
			Future<?> rate = reminders.atFixedRate(scheduler, runs::incrementAndGet);
			await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(2));
			rate.cancel(false);
			AtomicInteger triggered = new AtomicInteger();
			Future<?> trigger = reminders.onTrigger(scheduler, triggered::incrementAndGet,
					new PeriodicTrigger(Duration.ofMillis(5)));
			await().untilAsserted(() -> assertThat(triggered).hasValueGreaterThan(2));
			trigger.cancel(false);
			await().untilAsserted(() -> assertThat(tasks(context)).hasSize(3)
				.allSatisfy((it) -> assertThat(it.owner().name()).isEqualTo("reminders"))
				.extracting(TaskSnapshot::name)
				.containsExactlyInAnyOrder("Reminders.once", "Reminders.atFixedRate", "Reminders.onTrigger"));
			assertThat(tasks(context)).extracting(TaskSnapshot::state)
				.containsOnly(TaskState.COMPLETED, TaskState.CANCELLED);
			assertThat(WrappedContext.ledger(context).trackingErrors()).isZero();
		}
	}

	private static String tag() {
		String[] order = new String[1];
		Sentry.configureScope((scope) -> order[0] = scope.getTags().get("order"));
		return order[0];
	}

	private static List<TaskSnapshot> tasks(AnnotationConfigApplicationContext context) {
		List<TaskSnapshot> tasks = new ArrayList<>();
		for (TaskQuery.States states : List.of(TaskQuery.States.LIVE, TaskQuery.States.ENDED)) {
			TaskQuery query = new TaskQuery(states, null, null, null, null, 100, 0);
			tasks.addAll(WrappedContext.ledger(context).read().snapshot(query).page().tasks());
		}
		return tasks;
	}

	private static AnnotationConfigApplicationContext start(Kind kind, Class<?>... more) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.getBeanFactory().registerSingleton("kind", kind);
		context.register(Application.class, TimerscopeAutoConfiguration.class);
		if (more.length > 0) {
			context.register(more);
		}
		context.refresh();
		return context;
	}

	/** A scheduler, and whether it decorates its tasks. */
	enum Kind {

		POOL, POOL_WITH_DECORATOR, ASYNC_WITH_DECORATOR, CONCURRENT_WITH_DECORATOR

	}

	/** What would go to Sentry's server. */
	static final class Sent implements ITransport {

		private final Collection<SentryEnvelope> envelopes = new ConcurrentLinkedQueue<>();

		@Override
		public void send(SentryEnvelope envelope, Hint hint) {
			this.envelopes.add(envelope);
		}

		long count(SentryItemType type) {
			return this.envelopes.stream()
				.flatMap((it) -> StreamSupport.stream(it.getItems().spliterator(), false))
				.filter((it) -> it.getHeader().getType() == type)
				.count();
		}

		@Override
		public void flush(long timeoutMillis) {
		}

		@Override
		public RateLimiter getRateLimiter() {
			return null;
		}

		@Override
		public void close(boolean isRestarting) {
		}

		@Override
		public void close() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableSentry(dsn = "https://key@localhost:1/1")
	static class Application {

		@Bean
		static Sent sent() {
			return new Sent();
		}

		@Bean
		static ITransportFactory transports(Sent sent) {
			return (options, request) -> sent;
		}

		@Bean
		static Sentry.OptionsConfiguration<SentryOptions> options() {
			return (options) -> options.setTracesSampleRate(1.0);
		}

		@Bean
		@SuppressWarnings("SchedulerNeverShutDown") // its thread is a daemon
		TaskScheduler scheduler(Kind kind) {
			TaskDecorator decorator = new SentryTaskDecorator();
			return switch (kind) {
				case POOL -> new ThreadPoolTaskScheduler();
				case POOL_WITH_DECORATOR -> {
					ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
					scheduler.setTaskDecorator(decorator);
					yield scheduler;
				}
				case ASYNC_WITH_DECORATOR -> {
					SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
					scheduler.setTaskDecorator(decorator);
					yield scheduler;
				}
				case CONCURRENT_WITH_DECORATOR -> {
					ConcurrentTaskScheduler scheduler = new ConcurrentTaskScheduler(
							new ScheduledThreadPoolExecutor(1, daemons()));
					scheduler.setTaskDecorator(decorator);
					yield scheduler;
				}
			};
		}

		private static ThreadFactory daemons() {
			CustomizableThreadFactory threads = new CustomizableThreadFactory();
			threads.setDaemon(true);
			return threads;
		}

		@Bean
		Reminders reminders() {
			return new Reminders();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@Import({ SentryCheckInAdviceConfiguration.class, SentryCheckInPointcutConfiguration.class,
			SentryAdviceConfiguration.class, SentrySpanPointcutConfiguration.class,
			SentryTransactionPointcutConfiguration.class })
	static class Watched {

		@Bean
		static DefaultAdvisorAutoProxyCreator proxies() {
			DefaultAdvisorAutoProxyCreator creator = new DefaultAdvisorAutoProxyCreator();
			creator.setProxyTargetClass(true);
			return creator;
		}

		@Bean
		MonitoredJob job() {
			return new MonitoredJob();
		}

	}

}
