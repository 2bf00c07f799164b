package io.timerscope.spring;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.timerscope.Totals;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.scheduling.support.PeriodicTrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

/**
 * What holds for every kind of {@link TaskScheduler} that is tracked.
 */
abstract class TaskSchedulerContract {

	static final String NAME = "scheduler";

	private AnnotationConfigApplicationContext context;

	private TaskScheduler scheduler;

	private TaskLedger ledger;

	/** The configuration with a bean named {@value #NAME}. */
	abstract Class<?> configuration();

	/** The class that users see in the list of schedulers. */
	abstract Class<?> type();

	boolean isTheExecutorSeen() {
		return true;
	}

	@BeforeEach
	void start() {
		this.context = WrappedContext.start(configuration());
		this.scheduler = this.context.getBean(NAME, TaskScheduler.class);
		this.ledger = WrappedContext.ledger(this.context);
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void itIsListedAsTrackedUnderTheUsersClass() {
		assertThat(WrappedContext.schedulers(this.context)).hasEntrySatisfying(NAME, (it) -> {
			assertThat(it.tracked()).isTrue();
			assertThat(it.reason()).isNull();
			assertThat(it.type()).isEqualTo(type().getName());
		});
	}

	@Test
	void itCanStillBeInjectedAsItsClass() {
		assertThat(this.context.getBean(NAME)).isInstanceOf(type());
		assertThat(this.context.getBeanNamesForType(type())).contains(NAME);
	}

	@Test
	void aTaskIsTrackedOnceAndCompletes() {
		AtomicInteger runs = new AtomicInteger();
		this.scheduler.schedule(runs::incrementAndGet, Instant.now());
		await().until(() -> totals().completed() == 1);
		assertThat(runs).hasValue(1);
		assertThat(totals().scheduled()).isEqualTo(1);
	}

	@Test
	@SuppressWarnings("deprecation")
	void everyWayToScheduleIsTrackedOnce() {
		Runnable task = () -> {
		};
		Instant later = Instant.now().plusSeconds(100);
		Date date = Date.from(later);
		Duration period = Duration.ofSeconds(100);
		this.scheduler.schedule(task, new CronTrigger("0 0 0 1 1 *"));
		this.scheduler.schedule(task, later);
		this.scheduler.schedule(task, date);
		this.scheduler.scheduleAtFixedRate(task, later, period);
		this.scheduler.scheduleAtFixedRate(task, date, 100_000);
		this.scheduler.scheduleAtFixedRate(task, period);
		this.scheduler.scheduleAtFixedRate(task, 100_000);
		this.scheduler.scheduleWithFixedDelay(task, later, period);
		this.scheduler.scheduleWithFixedDelay(task, date, 100_000);
		this.scheduler.scheduleWithFixedDelay(task, period);
		this.scheduler.scheduleWithFixedDelay(task, 100_000);
		assertThat(totals().scheduled()).isEqualTo(11);
		assertThat(totals().live()).isEqualTo(11);
	}

	@Test
	void aPeriodicTaskStaysOneTask() {
		AtomicInteger runs = new AtomicInteger();
		ScheduledFuture<?> future = this.scheduler.scheduleAtFixedRate(runs::incrementAndGet, Duration.ofMillis(5));
		await().until(() -> runs.get() >= 5);
		assertThat(totals().scheduled()).isEqualTo(1);
		assertThat(totals().live()).isEqualTo(1);
		assertThat(future.cancel(false)).isTrue();
		assertThat(future.isCancelled()).isTrue();
		assertThat(totals().cancelled()).isEqualTo(1);
		assertThat(totals().live()).isZero();
	}

	@Test
	void aTriggeredTaskStaysOneTask() {
		AtomicInteger runs = new AtomicInteger();
		ScheduledFuture<?> future = this.scheduler.schedule(runs::incrementAndGet,
				new PeriodicTrigger(Duration.ofMillis(5)));
		await().until(() -> runs.get() >= 5);
		assertThat(totals().scheduled()).isEqualTo(1);
		assertThat(totals().live()).isEqualTo(1);
		assertThat(future.cancel(false)).isTrue();
		assertThat(totals().cancelled()).isEqualTo(1);
	}

	@Test
	void aTriggerWithoutATimeLeavesNothingBehind() {
		ScheduledFuture<?> future = this.scheduler.schedule(() -> {
		}, (Trigger) (context) -> null);
		assertThat((Object) future).isNull();
		assertThat(totals()).isEqualTo(Totals.ZERO);
	}

	@Test
	void anExhaustedTriggerCompletesItsTask() {
		AtomicInteger asked = new AtomicInteger();
		this.scheduler.schedule(() -> {
		}, (Trigger) (context) -> (asked.incrementAndGet() <= 2) ? Instant.now() : null);
		await().until(() -> totals().completed() == 1);
		assertThat(totals().scheduled()).isEqualTo(1);
		assertThat(totals().failed()).isZero();
	}

	@Test
	void aTriggerThatThrowsOnSchedulingIsTheCallersToHear() {
		IllegalStateException failure = new IllegalStateException("no time");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.scheduler.schedule(() -> {
		}, (Trigger) (context) -> {
			throw failure;
		})).isSameAs(failure);
		assertThat(totals().live()).isZero();
	}

	@Test
	void aTriggerThatThrowsLaterFailsItsTask() {
		AtomicInteger asked = new AtomicInteger();
		this.scheduler.schedule(() -> {
		}, (Trigger) (context) -> {
			if (asked.incrementAndGet() == 1) {
				return Instant.now();
			}
			throw new IllegalStateException("no time");
		});
		await().until(() -> totals().failed() == 1);
	}

	@Test
	void aPeriodicTaskSurvivesAnExceptionAsEver() {
		AtomicInteger runs = new AtomicInteger();
		this.scheduler.scheduleAtFixedRate(() -> {
			runs.incrementAndGet();
			throw new IllegalStateException("broken");
		}, Duration.ofMillis(5));
		await().until(() -> runs.get() >= 3);
		assertThat(totals().live()).isEqualTo(1);
	}

	@Test
	void cancellingARunInterruptsIt() throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		AtomicReference<Boolean> interrupted = new AtomicReference<>();
		ScheduledFuture<?> future = this.scheduler.scheduleWithFixedDelay(() -> {
			started.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.set(true);
			}
		}, Duration.ofMillis(5));
		started.await();
		future.cancel(true);
		await().until(() -> Boolean.TRUE.equals(interrupted.get()));
		assertThat(totals().cancelled()).isEqualTo(1);
	}

	@Test
	void aTaskIsNamedAsItNamesItself() {
		AtomicReference<String> name = new AtomicReference<>();
		Runnable task = new Runnable() {

			@Override
			public void run() {
			}

			@Override
			public String toString() {
				return "nightly report";
			}

		};
		this.context.close();
		assertThatExceptionOfType(TaskRejectedException.class)
			.isThrownBy(() -> this.scheduler.schedule(task, Instant.now()))
			.satisfies((ex) -> name.set(ex.getMessage()));
		assertThat(name.get()).contains("nightly report");
	}

	@Test
	void aRefusedTaskIsTheCallersToHearAndIsNotScheduled() {
		this.context.close();
		assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> this.scheduler.schedule(() -> {
		}, Instant.now().plusSeconds(1)));
		assertThat(totals().scheduled()).isZero();
		assertThat(totals().rejected()).isEqualTo(1);
	}

	@Test
	void nullIsTheSchedulersToComplainAbout() {
		assertThat(failureOf(() -> this.scheduler.schedule(null, Instant.now().plusSeconds(100))))
			.hasSameClassAs(failureOf(() -> bare().schedule(null, Instant.now().plusSeconds(100))));
		assertThat(failureOf(() -> this.scheduler.schedule(() -> {
		}, (Instant) null))).hasSameClassAs(failureOf(() -> bare().schedule(() -> {
		}, (Instant) null)));
		assertThat(failureOf(() -> this.scheduler.scheduleAtFixedRate(() -> {
		}, (Duration) null))).hasSameClassAs(failureOf(() -> bare().scheduleAtFixedRate(() -> {
		}, (Duration) null)));
		assertThat(totals().live()).isZero();
	}

	@Test
	void theFarFutureIsTheSchedulersToJudge() {
		assertThatNoException().isThrownBy(() -> this.scheduler.scheduleAtFixedRate(() -> {
		}, Instant.now().plusSeconds(1), Duration.ofSeconds(Long.MAX_VALUE)));
		assertThat(totals().live()).isEqualTo(1);
	}

	@Test
	void whatIsExecutedAndSubmittedIsTracked() throws Exception {
		if (!(this.scheduler instanceof AsyncTaskExecutor executor)) {
			return;
		}
		CountDownLatch executed = new CountDownLatch(1);
		executor.execute(executed::countDown);
		assertThat(executed.await(10, TimeUnit.SECONDS)).isTrue();
		executor.submit(() -> {
		}).get(10, TimeUnit.SECONDS);
		assertThat(executor.submit(() -> "done").get(10, TimeUnit.SECONDS)).isEqualTo("done");
		assertThat(executor.submitCompletable(() -> "soon").get(10, TimeUnit.SECONDS)).isEqualTo("soon");
		executor.submitCompletable(() -> {
		}).get(10, TimeUnit.SECONDS);
		if (isTheExecutorSeen()) {
			await().untilAsserted(() -> assertThat(totals().completed()).isEqualTo(5));
			assertThat(totals().scheduled()).isEqualTo(5);
		}
	}

	@Test
	void aCallableThrowsWhatItThrew() {
		if (!(this.scheduler instanceof AsyncTaskExecutor executor)) {
			return;
		}
		Exception failure = new Exception("checked");
		Future<?> future = executor.submit((Callable<?>) () -> {
			throw failure;
		});
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(10, TimeUnit.SECONDS))
			.satisfies((ex) -> assertThat(ex.getCause()).isSameAs(failure));
		if (isTheExecutorSeen()) {
			await().until(() -> totals().failed() == 1);
		}
	}

	@Test
	void aTaskThatCancelsItselfIsCancelled() {
		AtomicReference<ScheduledFuture<?>> handle = new AtomicReference<>();
		handle.set(this.scheduler.scheduleWithFixedDelay(() -> {
			ScheduledFuture<?> self = handle.get();
			if (self != null) {
				self.cancel(false);
			}
		}, Duration.ofMillis(1)));
		await().until(() -> totals().cancelled() == 1);
		assertThat(totals().live()).isZero();
	}

	@Test
	void aTaskIsTrackedOnceWhenItSchedulesAnother() {
		CountDownLatch second = new CountDownLatch(1);
		this.scheduler.schedule(() -> {
			this.scheduler.schedule(second::countDown, Instant.now());
		}, Instant.now());
		await().until(() -> totals().completed() == 2);
		assertThat(second.getCount()).isZero();
		assertThat(totals().scheduled()).isEqualTo(2);
	}

	@Test
	void tasksDroppedAtCloseAreNotLive() {
		this.scheduler.schedule(() -> {
		}, Instant.now().plusSeconds(100));
		this.scheduler.scheduleAtFixedRate(() -> {
		}, Instant.now().plusSeconds(100), Duration.ofSeconds(100));
		assertThat(totals().live()).isEqualTo(2);
		this.context.close();
		await().untilAsserted(() -> {
			this.ledger.tick();
			assertThat(totals().live()).isZero();
		});
		assertThat(totals().scheduled()).isEqualTo(2);
	}

	final AnnotationConfigApplicationContext context() {
		return this.context;
	}

	final TaskScheduler scheduler() {
		return this.scheduler;
	}

	final Totals totals() {
		return this.ledger.read().totals();
	}

	private TaskScheduler bare() {
		return (TaskScheduler) SchedulerProxies.unwrap(this.scheduler);
	}

	private static Throwable failureOf(Runnable call) {
		try {
			call.run();
		}
		catch (Throwable ex) {
			return ex;
		}
		return new AssertionError("nothing was thrown");
	}

}
