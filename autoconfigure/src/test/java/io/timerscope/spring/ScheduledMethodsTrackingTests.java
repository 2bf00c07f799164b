package io.timerscope.spring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.acme.local.NoSchedulerBean;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.TaskLedger;
import jakarta.annotation.PreDestroy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Scheduled methods of an application without a scheduler bean. */
@ExtendWith(OutputCaptureExtension.class)
class ScheduledMethodsTrackingTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final String BOOTS_SCHEDULER = "org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration";

	/** Has a scheduler too. */
	private static final String INTEGRATION = "org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration";

	@Test
	void thoseThatRunOnSpringsOwnThreadAreTracked(CapturedOutput output) {
		Thread thread;
		try (ConfigurableApplicationContext context = start(BOOTS_SCHEDULER + "," + INTEGRATION)) {
			assertThat(context.getBeansOfType(TaskScheduler.class)).isEmpty();
			await().atMost(PATIENCE)
				.untilAsserted(
						() -> assertThat(live(context)).anySatisfy((task) -> assertThat(task.runs()).isGreaterThan(2)));
			assertThat(live(context)).extracting(TaskSnapshot::name)
				.containsExactlyInAnyOrder("NoSchedulerBean$Reports.refresh", "NoSchedulerBean$Reports.yearly");
			assertThat(live(context)).allSatisfy((task) -> {
				assertThat(task.scheduler()).isEqualTo("spring:scheduled");
				assertThat(task.owner().kind()).isEqualTo(OwnerKind.BEAN);
				assertThat(task.owner().name()).isEqualTo("reports");
			});
			TaskLedger ledger = context.getBean(TaskLedger.class);
			thread = thread(ledger.schedulers().tracked().iterator().next().lastThread());
			assertThat(thread.isAlive()).isTrue();
			assertThat(ledger.trackingErrors()).isZero();
		}
		await().atMost(PATIENCE).until(() -> !thread.isAlive());
		assertThat(output.toString())
			.containsOnlyOnce("Timerscope: Spring found no scheduler bean to choose, so @Scheduled "
					+ "methods that name none share one thread of its own. They are tracked as 'spring:scheduled'");
	}

	@Test
	void aSchedulerBeanRunsThemAsEver(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start(INTEGRATION)) {
			assertThat(context.getBeansOfType(ThreadPoolTaskScheduler.class)).hasSize(1);
			await().atMost(PATIENCE)
				.untilAsserted(
						() -> assertThat(live(context)).anySatisfy((task) -> assertThat(task.runs()).isGreaterThan(2)));
			assertThat(live(context)).hasSize(2).extracting(TaskSnapshot::scheduler).containsOnly("taskScheduler");
		}
		assertThat(output.toString()).doesNotContain("Spring found no scheduler bean");
	}

	/** Spring takes neither of two, and there are scheduler beans all the same. */
	@Test
	void whereSpringCannotChooseAmongSeveralTheyAreTrackedToo() {
		try (ConfigurableApplicationContext context = application(INTEGRATION).sources(TwoSchedulers.class).run()) {
			await().atMost(PATIENCE)
				.untilAsserted(
						() -> assertThat(live(context)).anySatisfy((task) -> assertThat(task.runs()).isGreaterThan(2)));
			assertThat(live(context)).extracting(TaskSnapshot::scheduler).containsOnly("spring:scheduled");
		}
	}

	/** A bean may wait for its run when it is destroyed, and Spring's thread lets it. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aRunIsInterruptedAfterTheBeansWereDestroyed(boolean enabled) {
		List<String> story = new CopyOnWriteArrayList<>();
		ConfigurableApplicationContext context = application(BOOTS_SCHEDULER + "," + INTEGRATION)
			.sources(SlowReport.class)
			.initializers((it) -> it.getBeanFactory().registerSingleton("story", story))
			.properties("timerscope.enabled=" + enabled)
			.run();
		await().atMost(PATIENCE).until(() -> story.contains("runs"));
		context.close();
		await().atMost(PATIENCE).until(() -> story.size() == 3);
		assertThat(story).containsExactly("runs", "destroyed", "interrupted");
	}

	private static Thread thread(String name) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((it) -> it.getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static ConfigurableApplicationContext start(String without) {
		return application(without).run();
	}

	private static SpringApplicationBuilder application(String without) {
		return new SpringApplicationBuilder(NoSchedulerBean.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "spring.autoconfigure.exclude=" + without);
	}

	private static List<TaskSnapshot> live(ConfigurableApplicationContext context) {
		TaskQuery query = new TaskQuery(TaskQuery.States.LIVE, null, null, null, null, 1000, 0);
		return context.getBean(TaskLedger.class).read().snapshot(query).page().tasks();
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoSchedulers {

		@Bean
		ThreadPoolTaskScheduler one() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		ThreadPoolTaskScheduler other() {
			return new ThreadPoolTaskScheduler();
		}

	}

	static class SlowReport {

		private final List<String> story;

		private final CountDownLatch never = new CountDownLatch(1);

		SlowReport(@Qualifier("story") List<String> story) {
			this.story = story;
		}

		@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
		void write() {
			this.story.add("runs");
			try {
				this.never.await();
			}
			catch (InterruptedException ex) {
				this.story.add("interrupted");
			}
		}

		@PreDestroy
		void destroy() {
			this.story.add("destroyed");
		}

	}

}
