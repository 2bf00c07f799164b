package io.timerscope.documentation;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.scheduling.ScheduledTasksEndpoint;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the README and {@code docs/migrating.md} say of {@code /actuator/scheduledtasks}:
 * it lists what is declared, and not what code schedules at run time.
 */
class ScheduledTasksClaimTests {

	@Test
	void declaredTasksAreListedAndThoseOfRunTimeAreNot() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Jobs.class)) {
			context.getBean(TaskScheduler.class).scheduleAtFixedRate(Jobs::later, Duration.ofHours(3));
			ScheduledTasksEndpoint endpoint = new ScheduledTasksEndpoint(
					context.getBeansOfType(ScheduledTaskHolder.class).values());
			assertThat(endpoint.scheduledTasks().getFixedRate()).hasSize(1);
			assertThat(endpoint.scheduledTasks().getFixedDelay()).hasSize(1);
		}
	}

	@Test
	void thePagesSaySo() {
		assertThat(oneLine("docs/migrating.md"))
			.contains("It lists what was registered for `@Scheduled` and by a `SchedulingConfigurer`")
			.contains("It does not know what your code schedules at run time");
		assertThat(oneLine("README.md"))
			.contains("`/actuator/scheduledtasks` does not list it, since your code scheduled it at run time");
		assertThat(Stream.of("README.md", "docs/migrating.md").map(ScheduledTasksClaimTests::oneLine).toList())
			.isNotEqualTo(List.of())
			.noneMatch((page) -> page.contains("`@Scheduled` methods only"));
	}

	private static String oneLine(String page) {
		return Pages.read(page).replaceAll("\\s+", " ");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Jobs implements SchedulingConfigurer {

		@Bean
		ThreadPoolTaskScheduler taskScheduler() {
			return new ThreadPoolTaskScheduler();
		}

		@Scheduled(fixedRate = 3_600_000, initialDelay = 3_600_000)
		void hourly() {
		}

		@Override
		public void configureTasks(ScheduledTaskRegistrar registrar) {
			registrar.addFixedDelayTask(Jobs::later, Duration.ofHours(2));
		}

		static void later() {
		}

	}

}
