package io.timerscope.spring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

import io.timerscope.Schedule;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.TaskHandle;
import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CronScopeTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(TaskSchedulingAutoConfiguration.class, TimerscopeAutoConfiguration.class))
		.withUserConfiguration(Scheduling.class);

	@Test
	void aCronTaskRunsUntilItsScopeEnds() {
		this.application.run((context) -> {
			AtomicInteger runs = new AtomicInteger();
			TaskScope scope = context.getBean(TaskScopes.class).open("nightly");
			TaskHandle handle = scope.cron("* * * * * *", runs::incrementAndGet);
			assertThat(live(context)).hasSize(1).allSatisfy((task) -> {
				assertThat(task.owner().name()).isEqualTo("nightly");
				assertThat(task.schedule()).isInstanceOf(Schedule.OnTrigger.class);
			});
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> runs.get() >= 2);
			assertThat(handle.isDone()).isFalse();
			scope.close();
			assertThat(handle.isDone()).isTrue();
			assertThat(live(context)).isEmpty();
			assertThat(tasks(context, TaskQuery.States.ENDED)).hasSize(1)
				.allSatisfy((task) -> assertThat(task.state()).isEqualTo(TaskState.CANCELLED));
		});
	}

	@Test
	void whatIsNoCronExpressionIsRefusedAndWhatNeverComesIsDone() {
		this.application.run((context) -> {
			try (TaskScope scope = context.getBean(TaskScopes.class).open("nightly")) {
				assertThatIllegalArgumentException().isThrownBy(() -> scope.cron("every night", () -> {
				}));
				assertThat(scope.cron("0 0 0 31 2 *", () -> {
				}).isDone()).isTrue();
				assertThat(live(context)).isEmpty();
			}
		});
	}

	@Test
	void aPlainExecutorKnowsCronExpressionsToo() {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		this.application.run((context) -> {
			AtomicInteger runs = new AtomicInteger();
			TaskScope scope = context.getBean(TaskScopes.class).on(pool).open("nightly");
			TaskHandle handle = scope.cron("* * * * * *", runs::incrementAndGet);
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> runs.get() >= 1);
			scope.close();
			assertThat(handle.isDone()).isTrue();
		});
		pool.shutdownNow();
	}

	private static List<TaskSnapshot> live(ConfigurableApplicationContext context) {
		return tasks(context, TaskQuery.States.LIVE);
	}

	private static List<TaskSnapshot> tasks(ConfigurableApplicationContext context, TaskQuery.States states) {
		TaskQuery query = new TaskQuery(states, null, null, null, null, 100, 0);
		return context.getBean(TaskLedger.class).read().snapshot(query).page().tasks();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

	}

}
