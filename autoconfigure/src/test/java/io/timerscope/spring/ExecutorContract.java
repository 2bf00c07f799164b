package io.timerscope.spring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.timerscope.Totals;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.awaitility.Awaitility.await;

/**
 * What holds for every kind of {@link ScheduledExecutorService} that is tracked.
 */
abstract class ExecutorContract {

	static final String NAME = "executor";

	private AnnotationConfigApplicationContext context;

	private ScheduledExecutorService executor;

	private TaskLedger ledger;

	/** The configuration with a bean named {@value #NAME}. */
	abstract Class<?> configuration();

	/** What the bean could be injected as. */
	abstract Class<?> injectedAs();

	Class<?> listedAs() {
		return SchedulerProxies.unwrap(this.executor).getClass();
	}

	@BeforeEach
	void start() {
		this.context = WrappedContext.start(configuration());
		this.executor = this.context.getBean(NAME, ScheduledExecutorService.class);
		this.ledger = WrappedContext.ledger(this.context);
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.executor.shutdownNow();
	}

	@Test
	void itIsListedAsTrackedUnderTheUsersClass() {
		assertThat(WrappedContext.schedulers(this.context)).hasEntrySatisfying(NAME, (it) -> {
			assertThat(it.tracked()).isTrue();
			assertThat(it.type()).isEqualTo(listedAs().getName());
			assertThat(it.type()).doesNotContain("timerscope.spring.Tracked", "CGLIB", "$Proxy");
		});
	}

	@Test
	void itCanStillBeInjectedAsWhatItWas() {
		assertThat(this.context.getBean(NAME)).isInstanceOf(injectedAs()).isNotSameAs(bare());
		assertThat(this.context.getBeanNamesForType(ScheduledExecutorService.class)).contains(NAME);
	}

	@Test
	void everyWayToScheduleIsTrackedOnce() {
		Runnable task = () -> {
		};
		Callable<String> callable = () -> "done";
		this.executor.schedule(task, 100, TimeUnit.SECONDS);
		this.executor.schedule(callable, 100, TimeUnit.SECONDS);
		this.executor.scheduleAtFixedRate(task, 100, 100, TimeUnit.SECONDS);
		this.executor.scheduleWithFixedDelay(task, 100, 100, TimeUnit.SECONDS);
		assertThat(totals().scheduled()).isEqualTo(4);
		assertThat(totals().live()).isEqualTo(4);
	}

	@Test
	void everyWayToRunAtOnceIsTrackedOnce() throws Exception {
		CountDownLatch executed = new CountDownLatch(1);
		this.executor.execute(executed::countDown);
		assertThat(executed.await(10, TimeUnit.SECONDS)).isTrue();
		Future<?> future = this.executor.submit(() -> {
		});
		assertThat((Object) future.get(10, TimeUnit.SECONDS)).isNull();
		assertThat(this.executor.submit(() -> {
		}, "result").get(10, TimeUnit.SECONDS)).isEqualTo("result");
		assertThat(this.executor.submit(() -> "done").get(10, TimeUnit.SECONDS)).isEqualTo("done");
		await().untilAsserted(() -> assertThat(totals().completed()).isEqualTo(4));
		assertThat(totals().scheduled()).isEqualTo(4);
	}

	@Test
	void aBatchKeepsSizeAndOrder() throws Exception {
		List<Callable<Integer>> batch = List.of(() -> 1, () -> 2, () -> 3);
		List<Callable<Integer>> one = List.of(() -> 7);
		assertThat(this.executor.invokeAll(batch)).extracting(Future::get).containsExactly(1, 2, 3);
		assertThat(this.executor.invokeAll(batch, 10, TimeUnit.SECONDS)).extracting(Future::get)
			.containsExactly(1, 2, 3);
		assertThat((Object) this.executor.invokeAny(one)).isEqualTo(7);
		assertThat((Object) this.executor.invokeAny(one, 10, TimeUnit.SECONDS)).isEqualTo(7);
		await().untilAsserted(() -> assertThat(totals().completed()).isEqualTo(8));
		assertThat(totals().scheduled()).isEqualTo(8);
	}

	@Test
	void aPeriodicTaskStaysOneTaskUntilItIsCancelled() {
		AtomicInteger runs = new AtomicInteger();
		ScheduledFuture<?> future = this.executor.scheduleAtFixedRate(runs::incrementAndGet, 0, 5,
				TimeUnit.MILLISECONDS);
		await().until(() -> runs.get() >= 5);
		assertThat(totals().scheduled()).isEqualTo(1);
		assertThat(future.cancel(false)).isTrue();
		assertThat(future.isCancelled()).isTrue();
		assertThat(future.isDone()).isTrue();
		assertThat(totals().cancelled()).isEqualTo(1);
	}

	@Test
	void aPeriodicTaskDiesOfItsFirstExceptionAsEver() {
		AtomicInteger runs = new AtomicInteger();
		IllegalStateException failure = new IllegalStateException("broken");
		ScheduledFuture<?> future = this.executor.scheduleAtFixedRate(() -> {
			runs.incrementAndGet();
			throw failure;
		}, 0, 1, TimeUnit.MILLISECONDS);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(10, TimeUnit.SECONDS))
			.satisfies((ex) -> assertThat(ex.getCause()).isSameAs(failure));
		assertThat(runs).hasValue(1);
		assertThat(totals().failed()).isEqualTo(1);
		assertThat(totals().live()).isZero();
	}

	@Test
	void anErrorIsTheCallersToHear() {
		AssertionError failure = new AssertionError("broken");
		Future<?> future = this.executor.submit((Runnable) () -> {
			throw failure;
		});
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(10, TimeUnit.SECONDS))
			.satisfies((ex) -> assertThat(ex.getCause()).isSameAs(failure));
	}

	@Test
	void waitingForAResultEndsWhenTimeIsUp() {
		ScheduledFuture<?> future = this.executor.schedule(() -> {
		}, 100, TimeUnit.SECONDS);
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> future.get(1, TimeUnit.MILLISECONDS));
		assertThat(future.getDelay(TimeUnit.SECONDS)).isBetween(90L, 100L);
	}

	@Test
	void futuresAreOrderedByTheirDelay() {
		ScheduledFuture<?> sooner = this.executor.schedule(() -> {
		}, 100, TimeUnit.SECONDS);
		ScheduledFuture<?> later = this.executor.schedule(() -> {
		}, 200, TimeUnit.SECONDS);
		assertThat(sooner.compareTo(later)).isNegative();
		assertThat(later.compareTo(sooner)).isPositive();
		assertThat((Object) sooner).isEqualTo(sooner).isNotEqualTo(later);
	}

	@Test
	void whatShutdownNowGivesBackIsLostAndContainsTheFuture() {
		ScheduledFuture<?> future = this.executor.schedule(() -> {
		}, 100, TimeUnit.SECONDS);
		List<Runnable> dropped = this.executor.shutdownNow();
		assertThat(dropped).hasSize(1);
		assertThat(dropped.contains(future)).isTrue();
		assertThat(totals().live()).isZero();
		assertThat(totals().lost()).isEqualTo(1);
	}

	@Test
	void aRefusedTaskIsTheCallersToHearAndIsNotScheduled() {
		this.executor.shutdown();
		assertThat(bare().isShutdown()).isTrue();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.executor.submit(() -> {
		}));
		assertThat(totals().scheduled()).isZero();
		assertThat(totals().rejected()).isEqualTo(1);
	}

	@Test
	void nullIsTheExecutorsToComplainAbout() {
		assertThatNullPointerException().isThrownBy(() -> this.executor.schedule((Runnable) null, 1, TimeUnit.DAYS));
		assertThatNullPointerException().isThrownBy(() -> this.executor.schedule(() -> {
		}, 1, null));
		assertThatNullPointerException().isThrownBy(() -> this.executor.execute(null));
		assertThatNullPointerException().isThrownBy(() -> this.executor.invokeAll(null));
		assertThat(totals().live()).isZero();
	}

	@Test
	void closingTheContextTakesNoTimeAlthoughATaskIsDueTomorrow() {
		this.executor.schedule(() -> {
		}, 1, TimeUnit.DAYS);
		long before = System.nanoTime();
		this.context.close();
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
		assertThat(bare().isShutdown()).isTrue();
	}

	final AnnotationConfigApplicationContext context() {
		return this.context;
	}

	final ScheduledExecutorService executor() {
		return this.executor;
	}

	final ScheduledExecutorService bare() {
		return (ScheduledExecutorService) SchedulerProxies.unwrap(this.executor);
	}

	final Totals totals() {
		return this.ledger.read().totals();
	}

}
