package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.OwnerKind;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.Deadlines;
import io.timerscope.scope.SessionLookup;
import io.timerscope.scope.Surroundings;
import io.timerscope.scope.TaskScopes;
import io.timerscope.scope.Timetable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** Schedulers and sessions may be a child context's. */
class ScopesOfChildrenTests {

	private static final AutoConfigurations OURS = AutoConfigurations.of(TimerscopeAutoConfiguration.class,
			TimerscopeOffAutoConfiguration.class);

	private final ApplicationContextRunner parents = new ApplicationContextRunner().withConfiguration(OURS);

	private final WebApplicationContextRunner children = new WebApplicationContextRunner().withConfiguration(OURS);

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aChildsSchedulerIsFound(boolean enabled) {
		String property = "timerscope.enabled=" + enabled;
		this.parents.withPropertyValues(property)
			.run((parent) -> this.children.withPropertyValues(property)
				.withParent(parent)
				.withUserConfiguration(Scheduler.class)
				.run((child) -> {
					CountDownLatch ran = new CountDownLatch(1);
					child.getBean(Injecting.class).scopes().application().after(Duration.ZERO, ran::countDown);
					assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
				}));
	}

	@Test
	void aChildsSessionIsFound() {
		this.parents.run((parent) -> this.children.withParent(parent)
			.withUserConfiguration(Scheduler.class)
			.withBean(SessionLookup.class,
					() -> (session) -> parent.getBean(TaskLedger.class).openOwner(OwnerKind.SESSION, "/chat"))
			.run((child) -> {
				assertThat(child.getBean(Injecting.class).scopes().session("blue")).isNotNull();
				assertThat(child.getBean(TaskLedger.class)).isSameAs(parent.getBean(TaskLedger.class));
			}));
	}

	@Test
	void noDeadlineKeepsTheSchedulerOfAChildThatCloses() {
		this.parents.run((parent) -> {
			ScheduledThreadPoolExecutor[] patient = new ScheduledThreadPoolExecutor[1];
			this.children.withParent(parent).withUserConfiguration(Scheduler.class).run((child) -> {
				patient[0] = child.getBean(ThreadPoolTaskScheduler.class).getScheduledThreadPoolExecutor();
				child.getBean(Injecting.class).scopes().open("import", Duration.ofHours(1));
				assertThat(patient[0].getQueue()).hasSize(1);
			});
			await().until(patient[0]::isTerminated);
		});
	}

	@Test
	void scopesThatAParentMadeItselfComeFirst() {
		this.parents.withUserConfiguration(Own.class)
			.run((parent) -> this.children.withParent(parent)
				.withUserConfiguration(Scheduler.class)
				.run((child) -> assertThat(child.getBean(Injecting.class).scopes())
					.isSameAs(parent.getBean(TaskScopes.class))));
	}

	@Test
	void whoHasNoSchedulerIsToldToAddOneAndWhoHasTwoToChoose() {
		this.parents.run((context) -> assertThatIllegalStateException()
			.isThrownBy(() -> schedule(context.getBean(TaskScopes.class)))
			.withMessageEndingWith(
					"but found none; add @EnableScheduling, or name the scheduler with scopes.on(scheduler)"));
		this.parents.withUserConfiguration(Two.class)
			.run((context) -> assertThatIllegalStateException()
				.isThrownBy(() -> schedule(context.getBean(TaskScopes.class)))
				.withMessageEndingWith(
						"but found one, other; mark one as @Primary, or name the scheduler with scopes.on(scheduler)"));
	}

	private static void schedule(TaskScopes scopes) {
		scopes.application().after(Duration.ZERO, () -> {
		});
	}

	/**
	 * Cannot be made where there are several.
	 *
	 * @param scopes ours
	 */
	record Injecting(TaskScopes scopes) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Scheduler {

		@Bean
		ThreadPoolTaskScheduler taskScheduler() {
			ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
			scheduler.setWaitForTasksToCompleteOnShutdown(true);
			scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(true);
			return scheduler;
		}

		@Bean
		Injecting injecting(TaskScopes scopes) {
			return new Injecting(scopes);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Own {

		@Bean
		TaskScopes own(TaskLedger ledger) {
			return new TaskScopes(ledger, new Surroundings() {

				@Override
				public Timetable timetable() {
					throw new IllegalStateException();
				}

			}, new Deadlines(ledger));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Two {

		@Bean
		ScheduledExecutorService one() {
			return new ScheduledThreadPoolExecutor(1);
		}

		@Bean
		ScheduledExecutorService other() {
			return new ScheduledThreadPoolExecutor(1);
		}

	}

}
