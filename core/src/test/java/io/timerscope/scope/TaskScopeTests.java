package io.timerscope.scope;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

class TaskScopeTests {

	private static final Duration LONG = Duration.ofHours(1);

	private static final Duration SOON = Duration.ofMillis(5);

	private final Bench bench = new Bench();

	private final Deadlines deadlines = new Deadlines(this.bench.ledger);

	private final Timetable timetable = Timetable.of(this.bench.executor);

	private final TaskScopes scopes = new TaskScopes(this.bench.ledger, () -> this.timetable, this.deadlines);

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void closingEndsEveryTask() {
		TaskHandle once;
		TaskHandle periodic;
		try (TaskScope scope = this.scopes.open("import-42")) {
			once = scope.after(LONG, () -> {
			});
			periodic = scope.every(LONG, () -> {
			});
			assertThat(live()).extracting((task) -> task.owner().name()).containsExactly("import-42", "import-42");
		}
		assertThat(live()).isEmpty();
		assertThat(once.isDone()).isTrue();
		assertThat(periodic.isDone()).isTrue();
		assertThat(this.bench.totals().cancelled()).isEqualTo(2);
	}

	@Test
	void aClosedScopeRefusesAndNamesItself() {
		TaskScope scope = this.scopes.open("import-42");
		scope.close();
		assertThatIllegalStateException().isThrownBy(() -> scope.after(SOON, () -> {
		})).withMessageContaining("scope 'import-42' has ended");
		assertThat(this.bench.totals().scheduled()).isZero();
	}

	@Test
	void aScopeThatEndedRefusesInEveryWay() {
		TaskScope scope = this.scopes.open("import-42", Duration.ofMinutes(5));
		this.bench.time.pass(Duration.ofMinutes(6));
		List<Runnable> ways = List.of(() -> scope.after(SOON, () -> {
		}), () -> scope.every(SOON, () -> {
		}), () -> scope.cron("0 0 3 * * *", () -> {
		}));
		assertThat(ways).allSatisfy((way) -> assertThatIllegalStateException().isThrownBy(way::run)
			.withMessageContaining("scope 'import-42' has ended"));
		assertThat(this.bench.totals().scheduled()).isZero();
	}

	@Test
	void anExecutorThatKnowsNoCronExpressionSaysSoAndHoldsNothing() {
		TaskScope scope = this.scopes.open("nightly");
		assertThat(catchThrowable(() -> scope.cron("0 0 3 * * *", () -> {
		}))).isInstanceOf(UnsupportedOperationException.class).hasMessageContaining("0 0 3 * * *");
		scope.close();
		assertThat(this.bench.totals().scheduled()).isZero();
	}

	@Test
	void anOuterDeadlineEndsTheScopesInside() {
		TaskScope outer = this.scopes.open("outer", Duration.ofMinutes(5));
		TaskScope inner = this.scopes.open("inner");
		TaskHandle handle = inner.every(LONG, () -> {
		});
		this.bench.time.pass(Duration.ofMinutes(5));
		this.deadlines.tick();
		assertThat(outer.isEnded()).isTrue();
		assertThat(inner.isEnded()).isTrue();
		assertThat(handle.isDone()).isTrue();
		assertThatIllegalStateException().isThrownBy(() -> inner.after(SOON, () -> {
		})).withMessageContaining("scope 'inner' has ended");
	}

	@Test
	void closeAndCancelFromManyThreadsCancelOnce() throws InterruptedException {
		for (int i = 0; i < 200; i++) {
			TaskScope scope = this.scopes.open("contended");
			TaskHandle handle = scope.every(LONG, () -> {
			});
			List<Thread> threads = List.of(new Thread(scope::close), new Thread(handle::cancel),
					new Thread(scope::close), new Thread(handle::cancel));
			threads.forEach(Thread::start);
			for (Thread thread : threads) {
				thread.join();
			}
			assertThat(handle.isDone()).isTrue();
			assertThat(this.bench.totals().cancelled()).isEqualTo(i + 1);
		}
		assertThat(live()).isEmpty();
		assertThat(this.bench.ledger.context().current()).isNull();
	}

	@Test
	void closeAndCancelMayBeRepeated() {
		TaskScope scope = this.scopes.open("twice");
		TaskHandle handle = scope.every(LONG, () -> {
		});
		handle.cancel();
		handle.cancel();
		scope.close();
		scope.close();
		handle.cancel();
		assertThat(this.bench.totals().cancelled()).isOne();
	}

	@Test
	void aTaskThatRanIsNoLongerHeld() {
		TaskScope scope = this.scopes.open("short");
		TaskHandle handle = scope.after(SOON, () -> {
		});
		Awaitility.await().until(handle::isDone);
		Awaitility.await().until(() -> this.bench.totals().completed() == 1);
		scope.close();
		assertThat(this.bench.totals().cancelled()).isZero();
	}

	@Test
	void closingDoesNotInterruptARun() throws InterruptedException {
		TaskScope scope = this.scopes.open("running");
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch closed = new CountDownLatch(1);
		AtomicInteger finished = new AtomicInteger();
		scope.after(SOON, () -> {
			started.countDown();
			if (awaitQuietly(closed)) {
				finished.incrementAndGet();
			}
		});
		assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
		scope.close();
		closed.countDown();
		Awaitility.await().until(() -> finished.get() == 1);
	}

	@Test
	void closingAScopeEndsTheScopesOpenedInsideIt() {
		TaskScope outer = this.scopes.open("outer");
		TaskScope inner = this.scopes.open("inner");
		inner.every(LONG, () -> {
		});
		outer.close();
		assertThat(inner.isEnded()).isTrue();
		assertThat(live()).isEmpty();
		assertThat(this.bench.ledger.context().current()).isNull();
	}

	@Test
	void closingAnInnerScopeLeavesTheOuterOneOpen() {
		TaskScope outer = this.scopes.open("outer");
		this.scopes.open("inner").close();
		assertThat(outer.isEnded()).isFalse();
		assertThat(this.bench.ledger.context().current()).isNotNull().extracting(Owner::name).isEqualTo("outer");
		outer.close();
		assertThat(this.bench.ledger.context().current()).isNull();
	}

	@Test
	void aScopeClosedElsewhereIsOverOnItsThreadToo() throws InterruptedException {
		TaskScope scope = this.scopes.open("elsewhere");
		Thread other = new Thread(scope::close);
		other.start();
		other.join();
		assertThat(this.bench.ledger.context().current()).isNull();
	}

	@Test
	void aPlainCallInAnOpenScopeOutlivesItAsALeak() {
		ScheduledFuture<?> plain;
		ScheduledFuture<?> careful;
		try (TaskScope scope = this.scopes.open("import-42")) {
			plain = this.bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS);
			careful = this.bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS);
			careful.cancel(false);
			assertThat(scope.isEnded()).isFalse();
		}
		this.bench.time.pass(Duration.ofSeconds(31));
		assertThat(this.bench.tasks(TaskQuery.States.LEAKED).tasks()).hasSize(1)
			.allSatisfy((task) -> assertThat(task.leak().reason().label()).isEqualTo("outlived-scope"));
		assertThat(plain.isDone()).isFalse();
	}

	@Test
	void aDeadlineEndsTheScope() {
		TaskScope scope = this.scopes.open("import-42", Duration.ofMinutes(5));
		scope.every(LONG, () -> {
		});
		assertThat(this.bench.totals().scheduled()).as("the deadline is no task").isOne();
		this.bench.time.pass(Duration.ofMinutes(5));
		assertThatIllegalStateException().isThrownBy(() -> scope.after(SOON, () -> {
		})).withMessageContaining("import-42");
		assertThat(live()).isEmpty();
	}

	@Test
	void theClockEndsAScopeWhereTheSchedulerDoesNot() {
		TaskScope scope = this.scopes.open("import-42", Duration.ofMinutes(5));
		this.deadlines.tick();
		assertThat(scope.isEnded()).isFalse();
		this.bench.time.pass(Duration.ofMinutes(5));
		this.deadlines.tick();
		assertThat(scope.isEnded()).isTrue();
	}

	@Test
	void aShortDeadlineNeedsNoClock() {
		Bench real = new Bench(TaskLedger.builder());
		try (real) {
			TaskScopes scopes = new TaskScopes(real.ledger, () -> Timetable.of(real.executor),
					new Deadlines(real.ledger));
			TaskScope scope = scopes.open("short", Duration.ofMillis(20));
			real.time.pass(Duration.ofMillis(20));
			Awaitility.await().until(scope::isEnded);
		}
	}

	@Test
	void closedScopesLeaveNothingInTheQueue() {
		for (int i = 0; i < 1000; i++) {
			this.scopes.open("import-" + i, LONG).close();
		}
		assertThat(this.bench.pool.getQueue()).hasSizeLessThanOrEqualTo(1);
		this.deadlines.close();
	}

	@Test
	void closingNeverLeavesATaskThatWasScheduledInThatMoment() throws InterruptedException {
		for (int i = 0; i < 500; i++) {
			TaskScope scope = this.scopes.open("race");
			Thread closing = new Thread(scope::close);
			closing.start();
			try {
				while (true) {
					scope.every(LONG, () -> {
					});
				}
			}
			catch (IllegalStateException ex) {
				closing.join();
			}
		}
		assertThat(live()).isEmpty();
		assertThat(this.bench.pool.getQueue()).allMatch((entry) -> ((ScheduledFuture<?>) entry).isCancelled());
	}

	@Test
	void aRequestEndsWhatWasScheduledThroughIt() {
		Owner request = this.bench.ledger.openOwner(OwnerKind.REQUEST, "POST /orders");
		List<TaskHandle> handles = new ArrayList<>();
		OwnerSource before = this.bench.ledger.context().swap(request);
		try {
			handles.add(this.scopes.request().after(LONG, () -> {
			}));
			try (TaskScope inside = this.scopes.open("inside")) {
				handles.add(this.scopes.request().after(LONG, () -> {
				}));
				assertThat(inside.isEnded()).isFalse();
			}
			handles.add(this.scopes.application().after(LONG, () -> {
			}));
		}
		finally {
			this.bench.ledger.context().swap(before);
		}
		assertThat(live()).hasSize(3);
		this.bench.ledger.ownerEnded(request);
		assertThat(live()).extracting((task) -> task.owner().kind()).containsExactly(OwnerKind.APPLICATION);
		assertThat(handles.get(1).isDone()).isTrue();
	}

	@Test
	void withoutARequestTheAnswerSaysSo() {
		assertThatIllegalStateException().isThrownBy(this.scopes::request)
			.withMessageContaining("no request on thread");
	}

	@Test
	void badInputIsNamed() {
		TaskScope scope = this.scopes.open("bad");
		assertThatIllegalArgumentException().isThrownBy(() -> scope.every(Duration.ZERO, () -> {
		})).withMessageContaining("above zero");
		assertThatIllegalArgumentException().isThrownBy(() -> this.scopes.open("bad", Duration.ofSeconds(-1)))
			.withMessageContaining("'bad'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.scopes.on("pool"))
			.withMessageContaining("expected a scheduler");
		assertThat(live()).isEmpty();
	}

	@Test
	void aSchedulerThatRefusesLeavesNothingBehind() {
		TaskScope scope = this.scopes.open("refused");
		this.bench.pool.shutdown();
		assertThat(catchThrowable(() -> scope.after(SOON, () -> {
		}))).isInstanceOf(RejectedExecutionException.class);
		scope.close();
		assertThat(this.bench.totals().cancelled()).isZero();
	}

	private List<TaskSnapshot> live() {
		return this.bench.tasks(TaskQuery.States.LIVE).tasks();
	}

	private static boolean awaitQuietly(CountDownLatch latch) {
		try {
			return latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

}
