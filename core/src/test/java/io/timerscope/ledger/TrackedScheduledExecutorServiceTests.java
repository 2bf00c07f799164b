package io.timerscope.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.timerscope.Delegating;
import io.timerscope.RunOutcome;
import io.timerscope.Schedule;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TrackedScheduledExecutorServiceTests {

	@SuppressWarnings("UnnecessaryLambda")
	private static final Callable<String> CALLABLE = () -> "result";

	@SuppressWarnings("UnnecessaryLambda")
	private static final Runnable RUNNABLE = () -> {
	};

	private final Bench bench = new Bench();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("onceOverloads")
	void everyOverloadThatRunsAtOnceIsTrackedExactlyOnce(String overload, Call call, int tasks, String kind)
			throws Exception {
		call.on(this.bench.executor);
		await().until(() -> this.bench.totals().completed() + this.bench.totals().cancelled() == tasks);
		assertThat(this.bench.totals().scheduled()).isEqualTo(tasks);
		assertThat(this.bench.tasks(TaskQuery.States.ENDED).tasks()).extracting((task) -> task.schedule().kind())
			.containsOnly(kind);
	}

	static Stream<Arguments> onceOverloads() {
		return Stream.of(call("schedule(Runnable)", (it) -> it.schedule(RUNNABLE, 1, TimeUnit.MILLISECONDS), 1, "once"),
				call("schedule(Callable)", (it) -> it.schedule(CALLABLE, 1, TimeUnit.MILLISECONDS), 1, "once"),
				call("execute", (it) -> it.execute(RUNNABLE), 1, "immediate"),
				call("submit(Runnable)", (it) -> it.submit(RUNNABLE), 1, "immediate"),
				call("submit(Runnable, T)", (it) -> it.submit(RUNNABLE, "result"), 1, "immediate"),
				call("submit(Callable)", (it) -> it.submit(CALLABLE), 1, "immediate"),
				call("invokeAll", (it) -> it.invokeAll(List.of(CALLABLE, CALLABLE, CALLABLE)), 3, "immediate"),
				call("invokeAll(timeout)",
						(it) -> it.invokeAll(List.of(CALLABLE, CALLABLE, CALLABLE), 1, TimeUnit.MINUTES), 3,
						"immediate"),
				call("invokeAny", (it) -> it.invokeAny(List.of(CALLABLE)), 1, "immediate"), call("invokeAny(timeout)",
						(it) -> it.invokeAny(List.of(CALLABLE), 1, TimeUnit.MINUTES), 1, "immediate"));
	}

	@Test
	void fixedRateIsOneTaskWithManyRuns() {
		this.bench.executor.scheduleAtFixedRate(RUNNABLE, 0, 1, TimeUnit.MILLISECONDS);
		assertOneTask(new Schedule.FixedRate(0, Duration.ofMillis(1).toNanos()));
	}

	@Test
	void fixedDelayIsOneTaskWithManyRuns() {
		this.bench.executor.scheduleWithFixedDelay(RUNNABLE, 0, 1, TimeUnit.MILLISECONDS);
		assertOneTask(new Schedule.FixedDelay(0, Duration.ofMillis(1).toNanos()));
	}

	private void assertOneTask(Schedule schedule) {
		await().until(() -> this.bench.tasks(TaskQuery.States.LIVE).tasks().get(0).runs() > 20);
		TaskSnapshot task = this.bench.tasks(TaskQuery.States.LIVE).tasks().get(0);
		assertThat(this.bench.totals().scheduled()).isEqualTo(1);
		assertThat(task.schedule()).isEqualTo(schedule);
		TaskSnapshot.Detail detail = this.bench.ledger.read().find(task.id());
		assertThat(detail.history()).hasSize(10).allMatch((run) -> run.outcome() == RunOutcome.SUCCESS);
	}

	@Test
	void anInvokeAnyLeavesNoTaskBehind() throws Exception {
		Callable<String> never = () -> {
			new java.util.concurrent.CountDownLatch(1).await();
			return "never";
		};
		assertThat(this.bench.executor.invokeAny(List.of(CALLABLE, never, never, never))).isEqualTo("result");
		await().until(() -> this.bench.totals().live() == 0);
		assertThat(this.bench.tasks(TaskQuery.States.LIVE).tasks()).isEmpty();
	}

	@Test
	void anInvokeAllThatTimesOutLeavesNoTaskBehind() throws Exception {
		Callable<String> never = () -> {
			new java.util.concurrent.CountDownLatch(1).await();
			return "never";
		};
		assertThat(this.bench.executor.invokeAll(List.of(never, never, never), 1, TimeUnit.MILLISECONDS)).hasSize(3)
			.allMatch(java.util.concurrent.Future::isCancelled);
		await().until(() -> this.bench.totals().live() == 0);
	}

	@Test
	void aPeriodicTaskThatThrowsIsDeadAndSaysWhy() {
		this.bench.executor.scheduleAtFixedRate(() -> {
			throw new IllegalStateException("no stock");
		}, 0, 1, TimeUnit.MILLISECONDS);
		await().until(() -> this.bench.totals().failed() == 1);
		TaskSnapshot task = this.bench.tasks(TaskQuery.States.ENDED).tasks().get(0);
		assertThat(task.state()).isEqualTo(TaskState.FAILED);
		assertThat(task.lastRun().error()).isEqualTo("java.lang.IllegalStateException: no stock");
	}

	@Test
	void aWrappedExecutorOverATrackedOneTracksOnce() throws Exception {
		TaskTracker outer = this.bench.ledger.schedulers()
			.track("outer", "outer", SchedulerTraits.EXECUTOR, PoolView.NONE);
		TrackedScheduledExecutorService twice = new TrackedScheduledExecutorService(new Delegating(this.bench.executor),
				outer);
		twice.submit(RUNNABLE).get();
		await().until(() -> this.bench.totals().completed() == 1);
		assertThat(this.bench.totals().scheduled()).isEqualTo(1);
	}

	@Test
	void aTaskThatSchedulesFromItsOwnRunIsSeenEvenWhenItRunsInTheCallersThread() {
		TaskTracker inline = this.bench.ledger.schedulers()
			.track("inline", "inline", SchedulerTraits.EXECUTOR, PoolView.NONE);
		inline.execute(() -> this.bench.executor.schedule(RUNNABLE, 1, TimeUnit.HOURS), Runnable::run);
		assertThat(this.bench.totals().scheduled()).isEqualTo(2);
	}

	private static Arguments call(String name, Call call, int tasks, String kind) {
		return arguments(name, call, tasks, kind);
	}

	@FunctionalInterface
	interface Call {

		void on(TrackedScheduledExecutorService executor) throws Exception;

	}

}
