package io.timerscope.autoconfigure;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** With everything of ours on the class path, an application starts as it did. */
@ExtendWith(OutputCaptureExtension.class)
class TimerscopeStartTests {

	private final ApplicationContextRunner bare = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class));

	private final ApplicationContextRunner tracked = this.bare.withConfiguration(AutoConfigurations.of(ours()));

	@Test
	void anApplicationWithoutAnySchedulerStarts() {
		this.tracked.run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(TaskLedger.class);
			assertThat(context.getBean(TaskLedger.class).schedulers().tracked()).isEmpty();
			assertThat(context).doesNotHaveBean(TaskScheduler.class);
		});
	}

	@Test
	void nothingIsTouchedWhenTurnedOff() {
		this.tracked.withUserConfiguration(Scheduling.class)
			.withPropertyValues("timerscope.enabled=false")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(Arrays.stream(context.getBeanDefinitionNames())
					.filter((name) -> name.startsWith("timerscope") && !name.contains("Tests")))
					.as("what applications inject, and what that needs")
					.isSubsetOf("timerscopeScopes", "timerscopeSessionOwners", "timerscopeUnobserved",
							"timerscopeNoDeadlineAfterClose");
				assertThat(AopUtils.isAopProxy(context.getBean(TaskScheduler.class))).isFalse();
			});
	}

	@Test
	void theBeansByTypeAreThoseOfARunWithoutUs() {
		Map<String, List<String>> without = new TreeMap<>();
		this.bare.withUserConfiguration(Scheduling.class).run((context) -> without.putAll(beans(context)));
		this.tracked.withUserConfiguration(Scheduling.class)
			.run((context) -> assertThat(beans(context)).isEqualTo(without).isNotEmpty());
	}

	@Test
	void theLogIsThatOfARunWithoutUs(CapturedOutput output) {
		logOf(this.bare, output);
		List<String> without = logOf(this.bare, output);
		assertThat(logOf(this.tracked, output)).isEqualTo(without);
	}

	private static List<String> logOf(ApplicationContextRunner runner, CapturedOutput output) {
		int before = output.getAll().length();
		runner.withUserConfiguration(Scheduling.class).withBean(Client.class).run((context) -> {
		});
		return output.getAll()
			.substring(before)
			.lines()
			.filter((line) -> line.matches(".*\\b(INFO|WARN|ERROR)\\b.*"))
			.map((line) -> line.replaceAll("^[0-9:. T+-]*", ""))
			.toList();
	}

	@Test
	void noBeanIsDestroyedInAnotherOrderBecauseOfUs() {
		Map<String, List<String>> without = new TreeMap<>();
		this.bare.withUserConfiguration(Scheduling.class)
			.withBean(Client.class)
			.run((context) -> without.putAll(dependents(context)));
		this.tracked.withUserConfiguration(Scheduling.class).withBean(Client.class).run((context) -> {
			assertThat(dependents(context)).isEqualTo(without);
			assertThat(without.get("taskScheduler")).isNotEmpty();
		});
	}

	private static Map<String, List<String>> dependents(AssertableApplicationContext context) {
		Map<String, List<String>> dependents = new TreeMap<>();
		for (String name : List.of("taskScheduler", "applicationTaskExecutor")) {
			dependents.put(name, List.of(context.getBeanFactory().getDependentBeans(name)));
		}
		return dependents;
	}

	@Test
	void whatIsMadeBeforeThePostProcessorsIsNotMadeBecauseOfUs() {
		List<String> without = new ArrayList<>();
		this.bare.withUserConfiguration(Products.class)
			.run((context) -> without.addAll(context.getBean(Late.class).seen));
		assertThat(without).contains("first", "made", "of");
		this.tracked.withUserConfiguration(Products.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(Late.class).seen).containsAll(without);
			assertThat(context.getBean(TaskLedger.class).schedulers().tracked()).extracting(TaskTracker::name)
				.contains("first");
		});
	}

	@Test
	void whatACancelledTaskLeftIsPurgedByTheClockAlthoughATaskDecoratorHidesIt() {
		this.tracked.withUserConfiguration(Decorated.class)
			.withPropertyValues("timerscope.interval=50ms", "timerscope.retained.max=0")
			.run((context) -> {
				ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
				WeakReference<Object> payload = scheduleAndCancel(scheduler);
				await().until(() -> scheduler.getScheduledThreadPoolExecutor().getQueue().isEmpty());
				await().until(() -> {
					System.gc();
					return payload.refersTo(null);
				});
				await().until(() -> context.getBean(TaskLedger.class).read().totals().retained() == 0);
			});
	}

	private static WeakReference<Object> scheduleAndCancel(ThreadPoolTaskScheduler scheduler) {
		Object payload = new Object();
		scheduler.schedule(() -> assertThat(payload).isNotNull(), Instant.now().plusSeconds(1000)).cancel(false);
		return new WeakReference<>(payload);
	}

	@Test
	void ourThreadIsADaemonAndEndsWithTheApplication() {
		Set<Thread> others = new HashSet<>(ownThreads());
		List<Thread> ours = new ArrayList<>();
		this.tracked.run((context) -> {
			ours.addAll(ownThreads());
			ours.removeAll(others);
			assertThat(ours).hasSize(1).allMatch(Thread::isDaemon);
		});
		await().atMost(Duration.ofSeconds(30)).until(() -> ours.stream().noneMatch(Thread::isAlive));
	}

	private static List<Thread> ownThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("timerscope"))
			.toList();
	}

	private static Map<String, List<String>> beans(AssertableApplicationContext context) {
		Map<String, List<String>> beans = new TreeMap<>();
		for (Class<?> type : List.of(TaskScheduler.class, ScheduledExecutorService.class, Executor.class,
				TaskDecorator.class)) {
			beans.put(type.getName(), List.of(context.getBeanNamesForType(type)));
		}
		return beans;
	}

	/** As Boot would find them, so that none is forgotten here. */
	static Class<?>[] ours() {
		List<Class<?>> ours = new ArrayList<>();
		for (String name : ImportCandidates.load(org.springframework.boot.autoconfigure.AutoConfiguration.class,
				TimerscopeStartTests.class.getClassLoader())) {
			if (name.startsWith("io.timerscope.")) {
				ours.add(org.springframework.util.ClassUtils.resolveClassName(name, null));
			}
		}
		return ours.toArray(Class<?>[]::new);
	}

	record Client(TaskScheduler scheduler) {
	}

	/**
	 * An unordered post-processor, which sees what is made after all others are there.
	 */
	static class Late implements BeanPostProcessor {

		private final List<String> seen = new ArrayList<>();

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			this.seen.add(beanName);
			return bean;
		}

	}

	record Made(TaskScheduler of) implements FactoryBean<Object> {

		@Override
		public Object getObject() {
			return this.of.toString();
		}

		@Override
		public Class<?> getObjectType() {
			return null;
		}

	}

	/** A factory bean whose product nobody knows before it is made, of a scheduler. */
	@Configuration(proxyBeanMethods = false)
	static class Products {

		@Bean
		static Late late() {
			return new Late();
		}

		@Bean
		ThreadPoolTaskScheduler first() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		FactoryBean<?> made(@Qualifier("of") ThreadPoolTaskScheduler of) {
			return new Made(of);
		}

		@Bean
		ThreadPoolTaskScheduler of() {
			return new ThreadPoolTaskScheduler();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Decorated {

		@Bean
		ThreadPoolTaskScheduler scheduler() {
			ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
			scheduler.setRemoveOnCancelPolicy(true);
			scheduler.setTaskDecorator((task) -> task);
			return scheduler;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

	}

}
