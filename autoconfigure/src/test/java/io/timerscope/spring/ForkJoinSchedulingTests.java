package io.timerscope.spring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.acme.forkjoin.ForkJoinApplication;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.Schedulers;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.pool.DelayedTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/** A ForkJoinPool bean, which Spring takes for a scheduler from JDK 25 on. */
@ExtendWith(OutputCaptureExtension.class)
class ForkJoinSchedulingTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final boolean IS_SCHEDULER = ScheduledExecutorService.class.isAssignableFrom(ForkJoinPool.class);

	@Test
	void scheduledMethodsThatRunOnItAreTrackedAndTheApplicationIsTold(CapturedOutput output) {
		assumeThat(IS_SCHEDULER).as("a ForkJoinPool is a scheduler from JDK 25 on").isTrue();
		try (ConfigurableApplicationContext context = start()) {
			assertThat(context.getBeansOfType(TaskScheduler.class)).as("Boot's own").isEmpty();
			await().atMost(PATIENCE)
				.untilAsserted(
						() -> assertThat(live(context)).anySatisfy((task) -> assertThat(task.runs()).isGreaterThan(2)));
			assertThat(live(context)).extracting(TaskSnapshot::name)
				.containsExactlyInAnyOrder("ForkJoinApplication$Reports.refresh", "ForkJoinApplication$Reports.yearly");
			assertThat(live(context)).allSatisfy((task) -> {
				assertThat(task.scheduler()).isEqualTo("forkJoin:scheduled");
				assertThat(task.owner().kind()).isEqualTo(OwnerKind.BEAN);
				assertThat(task.owner().name()).isEqualTo("reports");
			});
			Schedulers schedulers = context.getBean(TaskLedger.class).schedulers();
			assertThat(schedulers.tracked()).singleElement()
				.satisfies((tracker) -> assertThat(tracker.pool().queued()).isPositive());
			assertThat(schedulers.untracked()).singleElement().satisfies((pool) -> {
				assertThat(pool.name()).isEqualTo("forkJoin");
				assertThat(pool.reason()).contains("@Scheduled methods that run on it are tracked",
						"Declare a TaskScheduler bean");
			});
			assertThat(context.getBean(TaskLedger.class).trackingErrors()).isZero();
		}
		assertThat(output.toString())
			.containsOnlyOnce("Timerscope: @Scheduled methods that name no scheduler run on the ForkJoinPool bean "
					+ "'forkJoin', since it is a scheduler from JDK 25 on and Spring Boot makes none beside it.");
	}

	@Test
	void whereAnotherConfigurerHasChosenItsSchedulerCounts(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start(Chosen.class)) {
			await().atMost(PATIENCE)
				.until(() -> context.getBean("jobs", ScheduledThreadPoolExecutor.class).getTaskCount() > 2);
			assertThat(live(context)).extracting(TaskSnapshot::scheduler).containsOnly("jobs");
		}
		assertThat(output.toString()).doesNotContain("that name no scheduler run on the ForkJoinPool");
	}

	@Test
	void anExcludedPoolIsLeftAlone(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start("--timerscope.exclude-beans=forkJoin")) {
			assertThat(live(context)).extracting(TaskSnapshot::scheduler).doesNotContain("forkJoin:scheduled");
		}
		assertThat(output.toString()).doesNotContain("that name no scheduler run on the ForkJoinPool");
	}

	@Test
	void timeoutsInTheCommonPoolAreCountedWhereTheJdkTells() {
		try (ConfigurableApplicationContext context = start()) {
			Gauge delayed = context.getBean(MeterRegistry.class).find("timerscope.common.pool.delayed").gauge();
			CompletableFuture<String> answer = new CompletableFuture<String>().orTimeout(1, TimeUnit.HOURS);
			if (DelayedTasks.areKnown()) {
				await().atMost(PATIENCE)
					.untilAsserted(() -> assertThat(delayed).isNotNull().extracting(Gauge::value).isNotEqualTo(0.0));
			}
			else {
				assertThat(delayed).isNull();
			}
			answer.complete("in time");
			assertThat(DelayedTasks.areKnown()).isEqualTo(IS_SCHEDULER);
		}
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		return application().run(arguments);
	}

	private static ConfigurableApplicationContext start(Class<?> more) {
		return application().sources(more).run();
	}

	private static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(ForkJoinApplication.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "spring.autoconfigure.exclude="
					+ "org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration"); // has
																											// a
																											// scheduler
	}

	private static List<TaskSnapshot> live(ConfigurableApplicationContext context) {
		TaskQuery query = new TaskQuery(TaskQuery.States.LIVE, null, null, null, null, 1000, 0);
		return context.getBean(TaskLedger.class).read().snapshot(query).page().tasks();
	}

	@Configuration(proxyBeanMethods = false)
	static class Chosen {

		@Bean(destroyMethod = "shutdownNow")
		ScheduledThreadPoolExecutor jobs() {
			return new ScheduledThreadPoolExecutor(1);
		}

		@Bean
		SchedulingConfigurer chooses(ScheduledExecutorService jobs) {
			return (registrar) -> registrar.setTaskScheduler(new ConcurrentTaskScheduler(jobs));
		}

	}

}
