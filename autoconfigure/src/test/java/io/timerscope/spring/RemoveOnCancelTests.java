package io.timerscope.spring;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import io.timerscope.autoconfigure.TimerscopeFindingsAutoConfiguration;
import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.FindingKind;
import io.timerscope.finding.Inspection;
import io.timerscope.spring.schedule.TaskFaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

/** What is cancelled leaves the queue, or at least the memory. */
class RemoveOnCancelTests {

	private static final Instant LATER = Instant.now().plusSeconds(1000);

	@Test
	void aPolicyThatWorksStillWorksAndTakesNoTime() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Removing.class)) {
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			long before = System.nanoTime();
			for (int i = 0; i < 100_000; i++) {
				scheduler.schedule(RemoveOnCancelTests::nothing, LATER).cancel(false);
			}
			assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
			assertThat(scheduler.getScheduledThreadPoolExecutor().getQueue()).isEmpty();
			assertThat(WrappedContext.totals(context).cancelled()).isEqualTo(100_000);
			assertThat(WrappedContext.schedulers(context).get("ts").removeOnCancel()).isTrue();
		}
	}

	@Test
	void aFutureIsFoundInTheQueueAndRemovedByHand() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Removing.class)) {
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			ScheduledThreadPoolExecutor pool = scheduler.getScheduledThreadPoolExecutor();
			ScheduledFuture<?> future = scheduler.schedule(RemoveOnCancelTests::nothing, LATER);
			assertThat(pool.getQueue().contains(future)).isTrue();
			assertThat(pool.remove((Runnable) future)).isTrue();
			assertThat(pool.getQueue()).isEmpty();
		}
	}

	@Test
	void aTaskDecoratorDefeatsThePolicyButThePayloadIsLetGoAndTheEntryPurged() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Decorating.class)) {
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			Payload payload = new Payload();
			WeakReference<Payload> reference = new WeakReference<>(payload);
			ScheduledFuture<?> future = scheduler.schedule(payload, LATER);
			assertThat(future.cancel(false)).isTrue();
			assertThat(scheduler.getScheduledThreadPoolExecutor().getQueue()).hasSize(1);
			assertThat(WrappedContext.schedulers(context).get("ts").removeOnCancel()).isFalse();
			payload = null;
			await().until(() -> {
				System.gc();
				return reference.get() == null;
			});
			WrappedContext.ledger(context).tick();
			assertThat(WrappedContext.totals(context).retained()).isEqualTo(1);
			WrappedContext.ledger(context).schedulers().tracked().forEach((it) -> it.pool().purge());
			assertThat(scheduler.getScheduledThreadPoolExecutor().getQueue()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "false,false,Call setRemoveOnCancelPolicy(true) on the scheduler",
			"false,true,Decorate the tasks before you schedule them and remove the TaskDecorator",
			"true,true,Decorate the tasks before you schedule them and remove the TaskDecorator" })
	void theAdviceNamesATaskDecoratorOnlyWhereThereIsOne(boolean removing, boolean decorating, String advice) {
		WrappedContext.runner()
			.withConfiguration(AutoConfigurations.of(TimerscopeFindingsAutoConfiguration.class))
			.withPropertyValues("timerscope.interval=1h", "timerscope.retained.max=0",
					"timerscope.retained.purge=false")
			.withBean("ts", ThreadPoolTaskScheduler.class, () -> {
				ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
				scheduler.setRemoveOnCancelPolicy(removing);
				scheduler.setTaskDecorator(decorating ? (task) -> task : null);
				return scheduler;
			})
			.run((context) -> {
				context.getBean(ThreadPoolTaskScheduler.class)
					.schedule(RemoveOnCancelTests::nothing, LATER)
					.cancel(false);
				WrappedContext.ledger(context).tick();
				context.getBean(Inspection.class).tick();
				assertThat(context.getBean(FindingBook.class).current())
					.filteredOn((finding) -> finding.kind() == FindingKind.RETAINED)
					.singleElement()
					.extracting(Finding::advice)
					.asString()
					.startsWith(advice);
			});
	}

	@Test
	void asLongAsATaskIsWaitingItsFaceKnowsIt() {
		TaskFaces faces = new TaskFaces();
		com.acme.schedulers.NamedTask task = new com.acme.schedulers.NamedTask() {

			@Override
			public String name() {
				return "nightly";
			}

			@Override
			public void run() {
			}

		};
		com.acme.schedulers.NamedTask face = (com.acme.schedulers.NamedTask) faces.of(task,
				(Runnable) RemoveOnCancelTests::nothing);
		assertThat(face.name()).isEqualTo("nightly");
		assertThatNoException().isThrownBy(face::run);
		assertThat(face).isNotEqualTo(task);
		assertThat(task.name()).isEqualTo("nightly");
	}

	@Test
	void aSchedulerThatIsNotReadySaysSoAndHasNoPool() {
		ThreadPoolTaskScheduler bare = new ThreadPoolTaskScheduler();
		var view = TaskSchedulerPoolView.of(bare);
		assertThat(view.poolSize()).isNull();
		assertThat(view.queued()).isNull();
		assertThat(view.retained()).isNull();
		assertThat(view.removeOnCancel()).isNull();
		assertThat(view.isTerminated()).isFalse();
		view.purge();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(bare::getScheduledExecutor);
	}

	private static void nothing() {
	}

	static final class Payload implements Runnable {

		private final byte[] weight = new byte[1000];

		@Override
		public void run() {
			this.weight[0]++;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Removing {

		@Bean
		ThreadPoolTaskScheduler ts() {
			ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
			scheduler.setRemoveOnCancelPolicy(true);
			return scheduler;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Decorating {

		@Bean
		ThreadPoolTaskScheduler ts() {
			ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
			scheduler.setRemoveOnCancelPolicy(true);
			scheduler.setTaskDecorator((task) -> task);
			return scheduler;
		}

	}

}
