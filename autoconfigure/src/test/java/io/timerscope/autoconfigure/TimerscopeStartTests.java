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
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;

import static org.assertj.core.api.Assertions.assertThat;

/** With everything of ours on the class path, an application starts as it did. */
class TimerscopeStartTests {

	private static final String[] OPTIONAL = { "org.springframework.boot.actuate", "org.springframework.boot.health",
			"org.springframework.boot.micrometer", "io.micrometer", "jakarta.servlet", "org.springframework.web",
			"org.springframework.messaging", "reactor", "jakarta.enterprise" };

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
	void anApplicationWithoutWebActuatorOrMetersOnThePathStarts() {
		this.tracked.withUserConfiguration(Scheduling.class)
			.withClassLoader(new FilteredClassLoader(OPTIONAL))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(TaskLedger.class).schedulers().tracked()).hasSize(1);
			});
	}

	@Test
	void eachOptionalLibraryCanBeMissingByItself() {
		for (String missing : OPTIONAL) {
			this.tracked.withUserConfiguration(Scheduling.class)
				.withClassLoader(new FilteredClassLoader(missing))
				.run((context) -> assertThat(context).as("without " + missing).hasNotFailed());
		}
	}

	@Test
	void nothingIsTouchedWhenTurnedOff() {
		this.tracked.withUserConfiguration(Scheduling.class)
			.withPropertyValues("timerscope.enabled=false")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(
						Arrays.stream(context.getBeanDefinitionNames()).filter((name) -> name.contains("timerscope")))
					.isEmpty();
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
