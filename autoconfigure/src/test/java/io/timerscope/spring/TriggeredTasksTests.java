package io.timerscope.spring;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.timerscope.Schedule;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.actuate.Diagnosis;
import io.timerscope.actuate.OperatorControls;
import io.timerscope.actuate.TaskDescriptor;
import io.timerscope.actuate.TaskDescriptor.ScheduleDescriptor;
import io.timerscope.actuate.TimersEndpoint;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.recent.LastHour;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.scheduling.support.PeriodicTrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A task that a trigger drives is one task, on whatever it runs. */
class TriggeredTasksTests {

	private static final Instant FAR = Instant.parse("2200-01-01T00:00:00Z");

	@Test
	void aCronMethodOnAnExecutorIsOneTask() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(CronMethod.class)) {
			await().atMost(Duration.ofSeconds(30)).until(() -> context.getBean(Job.class).runs.get() >= 2);
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(1);
			TaskSnapshot task = task(context);
			assertThat(task.scheduler()).isEqualTo("ses");
			assertThat(task.schedule()).isEqualTo(Schedule.onTrigger("* * * * * *"));
			assertThat(task.nextRun()).isNotNull();
		}
	}

	@Test
	void aSchedulerMadeByHandOverATrackedExecutorHasOneTask() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Executor.class)) {
			ConcurrentTaskScheduler scheduler = new ConcurrentTaskScheduler(
					context.getBean("outer", ScheduledExecutorService.class));
			AtomicInteger runs = new AtomicInteger();
			ScheduledFuture<?> future = scheduler.schedule(runs::incrementAndGet,
					new PeriodicTrigger(Duration.ofMillis(1)));
			AtomicInteger others = new AtomicInteger();
			scheduler.schedule(() -> {
				others.incrementAndGet();
				context.getBean("ses", ScheduledExecutorService.class).execute(runs::get);
			}, once());
			await().until(() -> runs.get() >= 5 && WrappedContext.totals(context).completed() == 2);
			assertThat(others).hasValue(1);
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(3);
			assertThat(future.cancel(false)).isTrue();
			assertThat(WrappedContext.totals(context).cancelled()).isEqualTo(1);
			assertThat(WrappedContext.totals(context).live()).isZero();
		}
	}

	@Test
	void aTriggerThatKeepsAPeriodIsShownAsOne() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Executor.class)) {
			PeriodicTrigger delay = new PeriodicTrigger(Duration.ofSeconds(3));
			PeriodicTrigger rate = new PeriodicTrigger(Duration.ofSeconds(5));
			rate.setFixedRate(true);
			rate.setInitialDelay(Duration.ofSeconds(1));
			List<TaskScheduler> schedulers = List.of(context.getBean(ThreadPoolTaskScheduler.class),
					new ConcurrentTaskScheduler(context.getBean("ses", ScheduledExecutorService.class)));
			for (TaskScheduler scheduler : schedulers) {
				scheduler.schedule(() -> {
				}, delay);
				scheduler.schedule(() -> {
				}, rate);
			}
			TaskLedger ledger = WrappedContext.ledger(context);
			TimersEndpoint endpoint = new TimersEndpoint(ledger, () -> new Diagnosis(List.of(), false, List.of()),
					new OperatorControls() {
					}, new LastHour(ledger), true);
			assertThat(endpoint.timers(null, null, null, null, null, null).tasks()).hasSize(4)
				.extracting(TaskDescriptor::schedule)
				.contains(new ScheduleDescriptor("fixed-delay", null, "PT3S", null),
						new ScheduleDescriptor("fixed-rate", null, "PT5S", null))
				.extracting(ScheduleDescriptor::expression)
				.containsOnlyNulls();
		}
	}

	@Test
	void aTaskThatCancelsItselfIsCancelled() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Executor.class)) {
			ConcurrentTaskScheduler scheduler = new ConcurrentTaskScheduler(
					context.getBean("ses", ScheduledExecutorService.class));
			ScheduledFuture<?>[] self = new ScheduledFuture<?>[1];
			self[0] = scheduler.schedule(() -> {
				if (self[0] != null) {
					self[0].cancel(false);
				}
			}, new PeriodicTrigger(Duration.ofMillis(1)));
			await().until(() -> WrappedContext.totals(context).cancelled() == 1);
			assertThat(WrappedContext.totals(context).completed()).isZero();
		}
	}

	@Test
	void whatIsCancelledIsLetGoAlthoughTheQueueHoldsIt() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Executor.class)) {
			ScheduledThreadPoolExecutor pool = context.getBean("ses", ScheduledThreadPoolExecutor.class);
			Object payload = new Object();
			WeakReference<Object> reference = new WeakReference<>(payload);
			scheduleAndCancel(pool, payload);
			payload = null;
			assertThat(pool.getQueue()).hasSize(1);
			await().until(() -> {
				System.gc();
				return reference.get() == null;
			});
		}
	}

	private static void use(Object payload) {
		assertThat(payload).isNotNull();
	}

	private static void scheduleAndCancel(ScheduledExecutorService pool, Object payload) {
		new ConcurrentTaskScheduler(pool)
			.schedule(() -> use(payload), (Trigger) (context) -> Instant.now().plusSeconds(1000))
			.cancel(false);
	}

	@Test
	void aTriggerMayNameATimeThatNobodyWillSee() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Executor.class)) {
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			Trigger trigger = (it) -> FAR;
			scheduler.schedule(() -> {
			}, trigger);
			new ConcurrentTaskScheduler(context.getBean("ses", ScheduledExecutorService.class)).schedule(() -> {
			}, trigger);
			assertThat(WrappedContext.totals(context).live()).isEqualTo(2);
			assertThat(WrappedContext.ledger(context).trackingErrors()).isZero();
		}
	}

	@Test
	void whatThePoolDropsIsLost() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Executor.class)) {
			ScheduledExecutorService pool = context.getBean("ses", ScheduledExecutorService.class);
			new ConcurrentTaskScheduler(pool).schedule(() -> {
			}, new CronTrigger("0 0 0 1 1 *"));
			pool.shutdownNow();
			await().untilAsserted(() -> {
				WrappedContext.ledger(context).tick();
				assertThat(WrappedContext.totals(context).lost()).isEqualTo(1);
			});
		}
	}

	private static Trigger once() {
		AtomicInteger asked = new AtomicInteger();
		return (context) -> (asked.incrementAndGet() == 1) ? Instant.now() : null;
	}

	private static TaskSnapshot task(AnnotationConfigApplicationContext context) {
		return WrappedContext.ledger(context).read().snapshot(TaskQuery.DEFAULT).page().tasks().get(0);
	}

	static class Job {

		private final AtomicInteger runs = new AtomicInteger();

		@Scheduled(cron = "* * * * * *")
		void tick() {
			this.runs.incrementAndGet();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class CronMethod {

		@Bean
		ScheduledExecutorService ses() {
			return Executors.newSingleThreadScheduledExecutor();
		}

		@Bean
		Job job() {
			return new Job();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Executor {

		@Bean
		ScheduledThreadPoolExecutor ses() {
			return new ScheduledThreadPoolExecutor(1);
		}

		@Bean
		ScheduledExecutorService outer(ScheduledThreadPoolExecutor ses) {
			return Executors.unconfigurableScheduledExecutorService(ses);
		}

		@Bean
		ThreadPoolTaskScheduler ts() {
			return new ThreadPoolTaskScheduler();
		}

	}

}
