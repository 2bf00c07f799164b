package io.timerscope.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

import io.timerscope.TaskLedger;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;

import static org.assertj.core.api.Assertions.assertThat;

/** With everything of ours on the class path, an application starts as it did. */
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
					.filter((name) -> name.startsWith("timerscope") && !name.contains("Tests"))).isEmpty();
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

	private static Map<String, List<String>> beans(AssertableApplicationContext context) {
		Map<String, List<String>> beans = new TreeMap<>();
		for (Class<?> type : List.of(TaskScheduler.class, ScheduledExecutorService.class, Executor.class,
				TaskDecorator.class)) {
			beans.put(type.getName(), List.of(context.getBeanNamesForType(type)));
		}
		return beans;
	}

	/** As Boot would find them, so that none is forgotten here. */
	private static Class<?>[] ours() {
		List<Class<?>> ours = new ArrayList<>();
		for (String name : ImportCandidates.load(org.springframework.boot.autoconfigure.AutoConfiguration.class,
				TimerscopeStartTests.class.getClassLoader())) {
			if (name.startsWith("io.timerscope.")) {
				ours.add(org.springframework.util.ClassUtils.resolveClassName(name, null));
			}
		}
		return ours.toArray(Class<?>[]::new);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

	}

}
