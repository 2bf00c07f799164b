package io.timerscope.spring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import com.acme.others.Exports;
import com.acme.others.Handlers;
import com.acme.others.Listeners;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.timerscope.LeakReason;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.ledger.OwnerOnDemand;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.fixture.PlatformListener;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.handler.DelayHandler;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.event.TransactionalEventListenerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who owns what the code of others schedules on the thread of a request, and what the end
 * of the request cancels where it is told to. The table in docs/ownership.md says the
 * same.
 */
class OthersWorkTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(TaskSchedulingAutoConfiguration.class, TimerscopeAutoConfiguration.class))
		.withUserConfiguration(Application.class)
		.withPropertyValues("timerscope.requests.on-end=cancel", "timerscope.requests.grace=0s");

	@ParameterizedTest
	@EnumSource
	void whatALibraryNeedsItselfBelongsToNobodyAndGoesOn(Machinery machinery) {
		this.application.run((context) -> {
			request(context, () -> machinery.use.accept(context, handlers(context)));
			assertThat(live(context)).isNotEmpty().allSatisfy((task) -> {
				assertThat(task.owner().kind()).isIn(OwnerKind.APPLICATION, OwnerKind.BEAN);
				assertThat(task.leak()).isNull();
			});
			TaskLedger ledger = context.getBean(TaskLedger.class);
			assertThat(ledger.cancelledWithOwner(OwnerKind.REQUEST)).isZero();
			assertThat(ledger.leaks(LeakReason.OUTLIVED_REQUEST)).isZero();
		});
	}

	@ParameterizedTest
	@EnumSource
	void whatALibrarySchedulesForTheRequestEndsWithIt(OnBehalf onBehalf) {
		this.application.run((context) -> {
			request(context, () -> {
				onBehalf.use.accept(context, handlers(context));
				assertThat(live(context)).isNotEmpty()
					.allSatisfy((task) -> assertThat(task.owner().kind()).isEqualTo(OwnerKind.REQUEST));
			});
			assertThat(live(context)).isEmpty();
			assertThat(context.getBean(TaskLedger.class).cancelledWithOwner(OwnerKind.REQUEST)).isPositive();
		});
	}

	@Test
	void anAsyncMethodThatRunsIsTheRequestsAndRunsToItsEnd() {
		this.application.run((context) -> {
			Exports exports = context.getBean(Exports.class);
			request(context, () -> {
				handlers(context).call(exports);
				assertThat(live(context)).hasSize(1).allSatisfy((task) -> {
					assertThat(task.name()).isEqualTo("Handlers.call");
					assertThat(task.owner().kind()).isEqualTo(OwnerKind.REQUEST);
				});
			});
			exports.end();
		});
	}

	@Test
	void anAsyncMethodThatWaitsEndsWithTheRequest() {
		this.application.run((context) -> {
			Exports exports = context.getBean(Exports.class);
			request(context, () -> {
				handlers(context).callTwice(exports);
				assertThat(live(context)).hasSize(2)
					.allSatisfy((task) -> assertThat(task.owner().kind()).isEqualTo(OwnerKind.REQUEST));
			});
			assertThat(context.getBean(TaskLedger.class).cancelledWithOwner(OwnerKind.REQUEST)).isPositive();
			exports.end();
		});
	}

	@Test
	void whatAnAsyncMethodSchedulesEndsWithTheRequest() {
		this.application.run((context) -> {
			Exports exports = context.getBean(Exports.class);
			request(context, () -> {
				handlers(context).callAnother(exports);
				await().until(exports::hasReminded);
				assertThat(live(context)).anySatisfy((task) -> {
					assertThat(task.name()).isEqualTo("Exports.remind");
					assertThat(task.owner().kind()).isEqualTo(OwnerKind.REQUEST);
				});
			});
			assertThat(live(context)).extracting(TaskSnapshot::name).doesNotContain("Exports.remind");
		});
	}

	private static Handlers handlers(ApplicationContext context) {
		return new Handlers(context.getBean(ScheduledExecutorService.class), context.getBean(TaskScheduler.class));
	}

	/** As the filter enters and leaves a request. */
	private static void request(ApplicationContext context, Runnable handler) {
		TaskLedger ledger = context.getBean(TaskLedger.class);
		Request request = new Request(ledger);
		OwnerSource before = ledger.context().swap(request);
		try {
			handler.run();
		}
		finally {
			ledger.context().swap(before);
			request.end();
		}
		ledger.tick();
	}

	private static List<TaskSnapshot> live(ApplicationContext context) {
		TaskQuery query = new TaskQuery(TaskQuery.States.LIVE, null, null, null, null, 100, 0);
		return context.getBean(TaskLedger.class).read().snapshot(query).page().tasks();
	}

	/** What libraries need themselves. */
	enum Machinery {

		/** The first connection starts the pool and its housekeeping. */
		CONNECTION_POOL((context, handlers) -> handlers.query(context.getBean(HikariDataSource.class))),

		/** A cache that evicts in time. */
		CACHE((context, handlers) -> {
			@SuppressWarnings("unchecked")
			Cache<String, String> cache = context.getBean(Cache.class);
			handlers.remember(cache);
		}),

		/** A further attempt of what the library was given. */
		RETRY((context, handlers) -> handlers
			.retry(Retry.of("orders", RetryConfig.custom().waitDuration(Duration.ofHours(1)).maxAttempts(3).build()))),

		/** The end of what takes too long. */
		TIME_LIMIT((context, handlers) -> handlers.limit(TimeLimiter.of(Duration.ofHours(1)))),

		/** A message of Spring Integration's that waits. */
		DELAYED_MESSAGE((context, handlers) -> handlers.send(context.getBean(DelayHandler.class))),

		/** A listener of Spring's, on the thread of the one who tells. */
		LISTENER((context, handlers) -> handlers.tell((event) -> context.publishEvent("opened")));

		private final BiConsumer<ApplicationContext, Handlers> use;

		Machinery(BiConsumer<ApplicationContext, Handlers> use) {
			this.use = use;
		}

	}

	/** What libraries schedule for whoever calls them. */
	enum OnBehalf {

		NO_LIBRARY((context, handlers) -> handlers.itself()),

		REACTOR_DELAY((context, handlers) -> handlers.delay()),

		REACTOR_INTERVAL((context, handlers) -> handlers.tick()),

		REACTOR_TIMEOUT((context, handlers) -> handlers.timeout()),

		TRACING((context, handlers) -> handlers.withTracing()),

		GUAVA((context, handlers) -> handlers.withGuava()),

		SECURITY((context, handlers) -> handlers.withSecurity()),

		CONTEXT_PROPAGATION((context, handlers) -> handlers.withContext()),

		/** Of the application, also after a commit. */
		EVENT_LISTENERS((context, handlers) -> handlers.tell((event) -> context.publishEvent(4711)));

		private final BiConsumer<ApplicationContext, Handlers> use;

		OnBehalf(BiConsumer<ApplicationContext, Handlers> use) {
			this.use = use;
		}

	}

	private static final class Request extends OwnerOnDemand {

		Request(TaskLedger ledger) {
			super(ledger, OwnerKind.REQUEST);
		}

		@Override
		protected String name() {
			return "POST /orders";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@EnableAsync
	@EnableIntegration
	static class Application {

		@Bean
		TaskScheduler taskScheduler() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		ScheduledThreadPoolExecutor executor() {
			return new ScheduledThreadPoolExecutor(1);
		}

		@Bean
		HikariDataSource database(ScheduledExecutorService executor) {
			HikariDataSource database = new HikariDataSource();
			database.setJdbcUrl("jdbc:h2:mem:others");
			database.setScheduledExecutor(executor);
			return database;
		}

		@Bean
		Cache<String, String> cache(ScheduledExecutorService executor) {
			return Caffeine.newBuilder()
				.expireAfterWrite(1, TimeUnit.HOURS)
				.executor(Runnable::run)
				.scheduler(Scheduler.forScheduledExecutorService(executor))
				.build();
		}

		@Bean
		DelayHandler delays(TaskScheduler taskScheduler) {
			DelayHandler delays = new DelayHandler("delays", taskScheduler);
			delays.setDefaultDelay(3_600_000);
			return delays;
		}

		@Bean
		Exports exports() {
			return new Exports();
		}

		@Bean
		Listeners listeners(TaskScheduler taskScheduler) {
			return new Listeners(taskScheduler);
		}

		@Bean
		static TransactionalEventListenerFactory transactionalListeners() {
			return new TransactionalEventListenerFactory();
		}

		@Bean
		PlatformListener platformListener(TaskScheduler taskScheduler) {
			return new PlatformListener(taskScheduler);
		}

	}

}
