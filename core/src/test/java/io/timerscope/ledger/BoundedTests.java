package io.timerscope.ledger;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.timerscope.ManualTime;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.TaskState;
import io.timerscope.origin.InternedSites;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.TaskOwner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The law Bounded: memory is live tasks, the last ended ones, and sites. What ended holds
 * nothing of the user's.
 */
class BoundedTests {

	@Test
	void whatACallableReturnedIsNotKeptForAsLongAsItsOwnerLives() {
		try (Bench bench = new Bench()) {
			AtomicReference<WeakReference<Object>> result = new AtomicReference<>();
			Owner session = bench.during(OwnerKind.SESSION, "chat", () -> bench.executor.schedule(() -> {
				Object returned = new Object();
				result.set(new WeakReference<>(returned));
				return returned;
			}, 0, TimeUnit.SECONDS));
			await().until(() -> bench.totals().completed() == 1);
			await().until(() -> {
				System.gc();
				return result.get().refersTo(null);
			});
			assertThat(session.isEnded()).isFalse();
			assertThat(bench.tasks(TaskQuery.States.ENDED).tasks()).hasSize(1);
		}
	}

	@Test
	void anEndedTaskHoldsNothingOfTheUsers() throws Exception {
		try (Bench bench = new Bench()) {
			WeakReference<Object> payload = runWithPayload(bench);
			assertThat(bench.tasks(TaskQuery.States.ENDED).tasks()).hasSize(1);
			assertCollected(payload);
		}
	}

	private static WeakReference<Object> runWithPayload(Bench bench) throws Exception {
		byte[] payload = new byte[1 << 20];
		bench.executor.submit(() -> payload.length).get();
		await().until(() -> bench.totals().completed() == 1);
		return new WeakReference<>(payload);
	}

	@Test
	void aOneShotOnAForeignPoolLeadsNowhereOnceItHasRunAlthoughItsSessionLives() throws Exception {
		ScheduledThreadPoolExecutor decorating = new ScheduledThreadPoolExecutor(1) {
			@Override
			protected <V> RunnableScheduledFuture<V> decorateTask(Runnable task, RunnableScheduledFuture<V> future) {
				return new Decorated<>(future, task);
			}
		};
		try (Bench bench = new Bench(TaskLedger.builder(), decorating)) {
			AtomicReference<WeakReference<Object>> payload = new AtomicReference<>();
			Owner session = bench.during(OwnerKind.SESSION, "chat", () -> payload.set(runOnce(bench)));
			await().until(() -> bench.totals().completed() == 1);
			assertCollected(payload.get());
			assertThat(session.isEnded()).isFalse();
		}
	}

	private static WeakReference<Object> runOnce(Bench bench) {
		byte[] payload = new byte[1 << 20];
		bench.executor.schedule(() -> java.util.Arrays.fill(payload, (byte) 1), 0, TimeUnit.SECONDS);
		return new WeakReference<>(payload);
	}

	@Test
	void aCancelledTasksPayloadIsLetGoAlthoughTheQueueHoldsItsShell() {
		try (Bench bench = new Bench()) {
			byte[] payload = new byte[1 << 20];
			WeakReference<Object> reference = new WeakReference<>(payload);
			ScheduledFuture<?> handle = schedule(bench, payload);
			payload = null;
			handle.cancel(false);
			assertThat(bench.pool.getQueue()).hasSize(1);
			assertCollected(reference);
			assertThat(handle.isCancelled()).isTrue();
		}
	}

	private static ScheduledFuture<?> schedule(Bench bench, byte[] payload) {
		return bench.executor.scheduleAtFixedRate(() -> java.util.Arrays.fill(payload, (byte) 1), 1, 1, TimeUnit.HOURS);
	}

	@Test
	void theHistoryLetsGoOfAOneShotAtTheNextTick() {
		try (Bench bench = new Bench()) {
			bench.pool.setRemoveOnCancelPolicy(true);
			WeakReference<?> handle = cancelled(bench);
			bench.ledger.tick();
			assertCollected(handle);
			assertThat(bench.tasks(TaskQuery.States.ENDED).tasks()).singleElement().satisfies((task) -> {
				assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
				assertThat(task.createdAt()).isEqualTo(ManualTime.START.plusSeconds(1));
				assertThat(task.endedAt()).isEqualTo(ManualTime.START.plusSeconds(3));
			});
		}
	}

	private static WeakReference<?> cancelled(Bench bench) {
		bench.time.pass(Duration.ofSeconds(1));
		ScheduledFuture<?> handle = bench.executor.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		bench.time.pass(Duration.ofSeconds(2));
		handle.cancel(false);
		bench.time.pass(Duration.ofSeconds(4));
		return new WeakReference<>(handle);
	}

	@Test
	void onlyTheLastEndedTasksAreKept() throws Exception {
		try (Bench bench = new Bench(TaskLedger.builder().historySize(8))) {
			for (int i = 0; i < 50; i++) {
				bench.executor.submit(() -> {
				}).get();
			}
			await().until(() -> bench.totals().completed() == 50);
			assertThat(bench.tasks(TaskQuery.States.ENDED).tasks()).hasSize(8);
		}
	}

	@Test
	void placesAreGivenBackWhenTheirTasksHaveEnded() {
		try (Bench bench = new Bench()) {
			bench.pool.setRemoveOnCancelPolicy(true);
			for (int i = 0; i < 100 * LiveTasks.CHUNK; i++) {
				bench.executor.schedule(() -> {
				}, 1, TimeUnit.HOURS).cancel(false);
			}
			assertThat(bench.writer().live().chunks()).isLessThanOrEqualTo(2);
		}
	}

	@Test
	void aTaskThatLivesLongKeepsOneChunkOnly() {
		try (Bench bench = new Bench()) {
			bench.pool.setRemoveOnCancelPolicy(true);
			ScheduledFuture<?> survivor = bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS);
			for (int i = 0; i < 100 * LiveTasks.CHUNK; i++) {
				bench.executor.schedule(() -> {
				}, 1, TimeUnit.HOURS).cancel(false);
			}
			assertThat(bench.writer().live().chunks()).isLessThanOrEqualTo(3);
			assertThat(survivor.cancel(false)).isTrue();
		}
	}

	@Test
	void aLongSessionForgetsTheTasksThatEnded() {
		try (Bench bench = new Bench()) {
			TaskOwner session = (TaskOwner) bench.during(OwnerKind.SESSION, "chat", () -> {
				for (int i = 0; i < 10_000; i++) {
					bench.executor.schedule(() -> {
					}, 1, TimeUnit.HOURS).cancel(false);
				}
			});
			assertThat(session.memberCapacity()).isLessThanOrEqualTo(8);
		}
	}

	@Test
	void sitesHaveALimitWhereClassNamesHaveNone() {
		InternedSites sites = new InternedSites();
		for (int i = 0; i < 20_000; i++) {
			sites.of(new StackTraceElement("Script" + i, "run", "Script.groovy", 1), false);
		}
		assertThat(sites.of(new StackTraceElement("Script19999", "run", "Script.groovy", 1), false))
			.isSameAs(Site.UNKNOWN);
		assertThat(sites.of(new StackTraceElement("Script1", "run", "Script.groovy", 1), false))
			.isNotSameAs(Site.UNKNOWN);
	}

	/** A future that keeps the task it was made for. */
	private static final class Decorated<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {

		private final RunnableScheduledFuture<V> future;

		@SuppressWarnings("unused")
		private final Runnable task;

		Decorated(RunnableScheduledFuture<V> future, Runnable task) {
			super(task, null);
			this.future = future;
			this.task = task;
		}

		@Override
		public boolean isPeriodic() {
			return this.future.isPeriodic();
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return this.future.getDelay(unit);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
		}

	}

	private static void assertCollected(WeakReference<?> reference) {
		await().until(() -> {
			System.gc();
			return reference.get() == null;
		});
	}

}
