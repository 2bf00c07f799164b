package io.timerscope.spring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.spring.schedule.TrackedScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.actuate.scheduling.ScheduledTasksEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What Boot configures stays what Boot configures. */
@ExtendWith(OutputCaptureExtension.class)
class BootSchedulingTests {

	private static final List<Class<?>> KINDS = List.of(TaskScheduler.class, ScheduledExecutorService.class,
			Executor.class, TaskDecorator.class);

	@Test
	void theBeansOfEveryKindAreTheSameWithoutUs() {
		for (Class<?> application : new Class<?>[] { Empty.class, Scheduling.class, OwnExecutor.class }) {
			List<List<String>> without = new ArrayList<>();
			WrappedContext.bare()
				.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
				.withUserConfiguration(application)
				.run((context) -> KINDS.forEach((kind) -> without.add(List.of(context.getBeanNamesForType(kind)))));
			WrappedContext.runner()
				.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
				.withUserConfiguration(application)
				.run((context) -> {
					for (int i = 0; i < KINDS.size(); i++) {
						assertThat(context.getBeanNamesForType(KINDS.get(i))).as(KINDS.get(i) + " in " + application)
							.containsExactlyElementsOf(without.get(i));
					}
				});
		}
	}

	@Test
	void theLogIsTheSameWithoutUs(CapturedOutput output) {
		logOf(WrappedContext.bare(), output);
		List<String> without = logOf(WrappedContext.bare(), output);
		assertThat(logOf(WrappedContext.runner(), output)).containsExactlyElementsOf(without);
	}

	private static List<String> logOf(ApplicationContextRunner runner, CapturedOutput output) {
		int before = output.getAll().length();
		runner.withUserConfiguration(Scheduling.class).run((context) -> {
		});
		return Arrays.stream(output.getAll().substring(before).split("\n"))
			.filter((line) -> line.matches(".*\\b(INFO|WARN|ERROR)\\b.*"))
			.map((line) -> line.replaceAll("^[0-9:. ]*", ""))
			.filter((line) -> !line.isBlank())
			.toList();
	}

	@Test
	void bootsSchedulerKeepsItsSettings() {
		WrappedContext.runner()
			.withUserConfiguration(Scheduling.class)
			.withPropertyValues("spring.task.scheduling.pool.size=3")
			.run((context) -> {
				ThreadPoolTaskScheduler scheduler = context.getBean("taskScheduler", ThreadPoolTaskScheduler.class);
				assertThat(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize()).isEqualTo(3);
				assertThat(scheduler.getThreadNamePrefix()).isEqualTo("scheduling-");
				assertThat(context.getBean(Job.class).thread()).startsWith("scheduling-");
				assertThat(WrappedContext.schedulers(context).get("taskScheduler")).satisfies((it) -> {
					assertThat(it.tracked()).isTrue();
					assertThat(it.poolSize()).isEqualTo(scheduler.getPoolSize());
					assertThat(it.removeOnCancel()).isFalse();
				});
			});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void bootsSchedulerWithVirtualThreadsIsTracked() {
		WrappedContext.runner()
			.withUserConfiguration(Scheduling.class)
			.withPropertyValues("spring.threads.virtual.enabled=true")
			.run((context) -> {
				SimpleAsyncTaskScheduler scheduler = context.getBean(SimpleAsyncTaskScheduler.class);
				assertThat(scheduler.getConcurrencyLimit()).isEqualTo(-1);
				assertThat(scheduler.isThrottleActive()).isFalse();
				assertThat(context.getBean(Job.class).thread()).startsWith("scheduling-");
				assertThat(WrappedContext.totals(context).live()).isEqualTo(1);
				await().until(() -> WrappedContext.ledger(context).read().totals().live() == 1);
			});
	}

	@Test
	void theSchedulerIsChosenAsEver() {
		WrappedContext.runner().withUserConfiguration(TwoSchedulers.class).run((context) -> {
			assertThat(context.getBean("named", Job.class).thread()).startsWith("second-");
			assertThat(context.getBean("primary", Job.class).thread()).startsWith("first-");
			assertThat(WrappedContext.schedulers(context).get("second").totals().live()).isEqualTo(1);
			assertThat(WrappedContext.schedulers(context).get("first").totals().live()).isEqualTo(1);
		});
	}

	@Test
	void aConfigurerThatCallsItsOwnBeanStarts() {
		WrappedContext.runner().withUserConfiguration(OwnConfigurer.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(Job.class).thread()).startsWith("own-");
			assertThat(WrappedContext.totals(context).live()).isEqualTo(1);
		});
	}

	@Test
	void anExecutorBeanServesScheduledMethodsAndIsTracked() {
		WrappedContext.runner().withUserConfiguration(OwnExecutor.class).run((context) -> {
			assertThat(context.getBean(Job.class).thread()).isNotNull();
			assertThat(WrappedContext.schedulers(context).get("ses").totals().live()).isEqualTo(1);
		});
	}

	@Test
	void anAsynchronousMethodRunsOnTheSchedulerThatItNames() {
		WrappedContext.runner().withUserConfiguration(Asynchronous.class).run((context) -> {
			Job job = context.getBean(Job.class);
			job.run();
			assertThat(job.thread()).startsWith("async-");
			await().until(() -> WrappedContext.totals(context).completed() == 1);
			assertThat(WrappedContext.schedulers(context).get("ts").totals().scheduled()).isEqualTo(1);
		});
	}

	@Test
	void actuatorsListOfScheduledTasksIsTheSameWithoutUs() {
		List<String> without = scheduledTasks(WrappedContext.bare());
		assertThat(without).hasSize(3);
		assertThat(scheduledTasks(WrappedContext.runner())).isEqualTo(without);
	}

	private static List<String> scheduledTasks(ApplicationContextRunner runner) {
		List<String> tasks = new ArrayList<>();
		runner.withUserConfiguration(EveryKind.class).run((context) -> {
			ScheduledTasksEndpoint endpoint = new ScheduledTasksEndpoint(
					context.getBeansOfType(ScheduledTaskHolder.class).values());
			var found = endpoint.scheduledTasks();
			Stream.of(found.getCron(), found.getFixedDelay(), found.getFixedRate(), found.getCustom())
				.flatMap(List::stream)
				.forEach((task) -> tasks.add(task.getRunnable().getTarget()));
		});
		return tasks;
	}

	@Test
	void lazyInitializationCreatesNothingBecauseOfUs() {
		WrappedContext.runner()
			.withUserConfiguration(Eager.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(context.getBeanFactory().getSingleton("ses")).isNull();
				assertThat(context.getBeanFactory().getSingleton("unrelated")).isNull();
				assertThat(context.getBean("ses")).isInstanceOf(TrackedScheduler.class);
			});
	}

	@Test
	void schedulersOfIntegrationAndOfTheMessageBrokerAreTracked() {
		WrappedContext.runner()
			.withConfiguration(AutoConfigurations.of(IntegrationAutoConfiguration.class))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(WrappedContext.schedulers(context).get("taskScheduler").tracked()).isTrue();
			});
		new org.springframework.boot.test.context.runner.WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(TimerscopeAutoConfiguration.class))
			.withUserConfiguration(Broker.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(WrappedContext.schedulers(context).get("messageBrokerTaskScheduler")).satisfies((it) -> {
					assertThat(it.tracked()).isTrue();
					assertThat(it.removeOnCancel()).isTrue();
				});
			});
	}

	@Test
	void excludedBeansAreLeftAloneAndListed() {
		WrappedContext.runner()
			.withUserConfiguration(TwoSchedulers.class)
			.withPropertyValues("timerscope.exclude-beans=sec*")
			.run((context) -> {
				assertThat(context.getBean("second")).isExactlyInstanceOf(ThreadPoolTaskScheduler.class);
				assertThat(WrappedContext.schedulers(context).get("second").reason()).contains("exclude-beans", "sec*");
				assertThat(WrappedContext.schedulers(context).get("first").tracked()).isTrue();
			});
	}

	@Test
	void aPatternThatMatchesNothingIsReportedOnce(CapturedOutput output) {
		WrappedContext.runner()
			.withUserConfiguration(TwoSchedulers.class)
			.withPropertyValues("timerscope.exclude-beans=sec*,thrid")
			.run((context) -> assertThat(output).containsOnlyOnce("'thrid'")
				.contains("first, second")
				.doesNotContain("'sec*'"));
	}

	@Test
	void switchedOffNoBeanIsTouched() {
		WrappedContext.runner()
			.withUserConfiguration(Scheduling.class)
			.withPropertyValues("timerscope.enabled=false")
			.run((context) -> assertThat(context.getBean("taskScheduler"))
				.isExactlyInstanceOf(ThreadPoolTaskScheduler.class));
	}

	static class Job {

		private final AtomicReference<String> thread = new AtomicReference<>();

		private final CountDownLatch ran = new CountDownLatch(1);

		String thread() throws InterruptedException {
			return this.ran.await(10, TimeUnit.SECONDS) ? this.thread.get() : null;
		}

		void run() {
			this.thread.set(Thread.currentThread().getName());
			this.ran.countDown();
		}

	}

	static class Every extends Job {

		@Scheduled(fixedRate = 50)
		void tick() {
			run();
		}

	}

	static class EverySecond extends Job {

		@Scheduled(fixedDelay = 50, scheduler = "second")
		void tick() {
			run();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

		@Bean
		Every job() {
			return new Every();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class OwnExecutor {

		@Bean
		ScheduledExecutorService ses() {
			return Executors.newSingleThreadScheduledExecutor();
		}

		@Bean
		Every job() {
			return new Every();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class TwoSchedulers {

		@Bean
		@org.springframework.context.annotation.Primary
		ThreadPoolTaskScheduler first() {
			return scheduler("first-");
		}

		@Bean
		ThreadPoolTaskScheduler second() {
			return scheduler("second-");
		}

		@Bean
		EverySecond named() {
			return new EverySecond();
		}

		@Bean
		Every primary() {
			return new Every();
		}

	}

	@Configuration
	@EnableScheduling
	static class OwnConfigurer implements SchedulingConfigurer {

		@Override
		public void configureTasks(ScheduledTaskRegistrar registrar) {
			registrar.setTaskScheduler(own());
		}

		@Bean
		ThreadPoolTaskScheduler own() {
			return scheduler("own-");
		}

		@Bean
		Every job() {
			return new Every();
		}

	}

	static class AsyncJob extends Job {

		@Override
		@Async("ts")
		public void run() {
			super.run();
		}

		@Override
		public String thread() throws InterruptedException {
			return super.thread();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync(proxyTargetClass = true)
	static class Asynchronous {

		@Bean
		ThreadPoolTaskScheduler ts() {
			return scheduler("async-");
		}

		@Bean
		AsyncJob job() {
			return new AsyncJob();
		}

	}

	static class Tasks {

		@Scheduled(cron = "0 0 0 1 1 *")
		void yearly() {
		}

		@Scheduled(fixedRate = 100_000)
		void often() {
		}

		@Scheduled(fixedDelay = 100_000)
		void afterwards() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class EveryKind {

		@Bean
		Tasks tasks() {
			return new Tasks();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Eager {

		@Bean
		ScheduledExecutorService ses() {
			return Executors.newScheduledThreadPool(1);
		}

		@Bean
		Supplier<String> unrelated() {
			return () -> "unrelated";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSocketMessageBroker
	static class Broker implements WebSocketMessageBrokerConfigurer {

		@Override
		public void registerStompEndpoints(StompEndpointRegistry registry) {
			registry.addEndpoint("/ws");
		}

		@Override
		public void configureMessageBroker(MessageBrokerRegistry registry) {
			registry.enableSimpleBroker("/topic");
		}

	}

	private static ThreadPoolTaskScheduler scheduler(String prefix) {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setThreadNamePrefix(prefix);
		return scheduler;
	}

}
