package io.timerscope.leak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import com.acme.finding.Jobs;
import io.timerscope.LeakReason;
import io.timerscope.LedgerListener;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.Totals;
import io.timerscope.TrackingPolicy;
import io.timerscope.Witness;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.snapshot.OutlivedTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

class LeakTests {

	private final Bench bench = new Bench();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void aTaskThatOutlivesItsRequestIsShownAndIsNoLeak() {
		AtomicReference<ScheduledFuture<?>> future = new AtomicReference<>();
		Owner owner = this.bench.during(OwnerKind.REQUEST, "POST /jobs",
				() -> future.set(this.bench.executor.scheduleAtFixedRate(LeakTests::task, 1, 1, TimeUnit.HOURS)));
		this.bench.endAndOutlive(owner);
		this.bench.ledger.tick();
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::leaked).containsExactly(1L, 0L);
		assertThat(this.bench.tasks(TaskQuery.States.OUTLIVED).tasks()).singleElement().satisfies((task) -> {
			assertThat(task.outlived()).isTrue();
			assertThat(task.leak()).isNull();
		});
		future.get().cancel(false);
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::recovered).containsExactly(0L, 0L);
	}

	@Test
	void aTaskWhoseFutureIsGoneIsALeakOnceItsRequestIsOver() {
		Owner owner = this.bench.during(OwnerKind.REQUEST, "POST /orders",
				() -> new Jobs(this.bench.executor).everyHour(LeakTests::task));
		collectGarbage();
		this.bench.ledger.tick();
		assertThat(this.bench.totals().leaked()).as("the request goes on").isZero();
		this.bench.endAndOutlive(owner);
		await().untilAsserted(() -> {
			collectGarbage();
			this.bench.ledger.tick();
			assertThat(this.bench.tasks(TaskQuery.States.LEAKED).tasks())
				.extracting((task) -> task.leak().reason(), (task) -> task.leak().witness())
				.containsExactly(tuple(LeakReason.OUTLIVED_REQUEST, Witness.UNREACHABLE));
		});
	}

	@Test
	void aTaskThatCanCancelItselfIsNotUnreachable() {
		Owner owner = this.bench.during(OwnerKind.REQUEST, "POST /orders", () -> {
			AtomicReference<ScheduledFuture<?>> mine = new AtomicReference<>();
			mine.set(new Jobs(this.bench.executor).everyHour(() -> mine.get().cancel(false)));
		});
		this.bench.during(OwnerKind.REQUEST, "POST /lost",
				() -> this.bench.executor.scheduleAtFixedRate(LeakTests::task, 1, 1, TimeUnit.HOURS));
		this.bench.endAndOutlive(owner);
		collectGarbage();
		this.bench.ledger.tick();
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::leaked).containsExactly(1L, 0L);
	}

	@Test
	void aLeakIsOneUntilItEnds() {
		AtomicReference<ScheduledFuture<?>> future = new AtomicReference<>();
		Owner owner = this.bench.during(OwnerKind.BEAN, "priceFeed",
				() -> future.set(this.bench.executor.scheduleAtFixedRate(LeakTests::task, 1, 1, TimeUnit.HOURS)));
		List<String> news = new ArrayList<>();
		this.bench.ledger.addListener(new LedgerListener() {

			@Override
			public void leaked(TaskSnapshot task) {
				news.add("leaked " + task.owner().name());
			}

			@Override
			public void recovered(TaskSnapshot task) {
				news.add("recovered " + task.owner().name());
			}

		});
		this.bench.endAndOutlive(owner);
		assertThat(this.bench.totals().leaked()).isEqualTo(1);
		assertThat(this.bench.ledger.leaks(LeakReason.OUTLIVED_BEAN)).isEqualTo(1);
		future.get().cancel(false);
		assertThat(this.bench.totals()).extracting(Totals::leaked, Totals::outlived, Totals::recovered)
			.containsExactly(0L, 0L, 1L);
		assertThat(this.bench.ledger.recoveries(LeakReason.OUTLIVED_BEAN)).isEqualTo(1);
		assertThat(news).containsExactly("leaked priceFeed", "recovered priceFeed");
	}

	@Test
	void aLeakIsCancelledWhereThePolicySaysSoAndNothingElseIs() {
		TrackingPolicy policy = new TrackingPolicy() {

			@Override
			public boolean cancelsLeaks(Site site) {
				return true;
			}

		};
		try (Bench cancelling = new Bench(TaskLedger.builder().policy(policy))) {
			Runnable work = () -> cancelling.executor.schedule(LeakTests::task, 1, TimeUnit.HOURS);
			Owner bean = cancelling.during(OwnerKind.BEAN, "feed", work);
			Owner request = cancelling.during(OwnerKind.REQUEST, "POST /reminders", work);
			cancelling.ledger.ownerEnded(request);
			cancelling.endAndOutlive(bean);
			cancelling.ledger.tick();
			assertThat(cancelling.totals().leaked()).as("reported before it is cancelled").isEqualTo(1);
			cancelling.ledger.cancelLeaks();
			assertThat(cancelling.totals())
				.extracting(Totals::live, Totals::outlived, Totals::leaked, Totals::cancelled)
				.containsExactly(1L, 1L, 0L, 1L);
		}
	}

	@Test
	void aTaskThatAnOperatorAllowsMeanwhileIsNotCancelled() {
		AtomicBoolean allowed = new AtomicBoolean();
		TrackingPolicy policy = new TrackingPolicy() {

			@Override
			public boolean cancelsLeaks(Site site) {
				allowed.set(true);
				return true;
			}

			@Override
			public boolean ignores(Site site) {
				return allowed.get();
			}

		};
		try (Bench cancelling = new Bench(TaskLedger.builder().policy(policy))) {
			Owner bean = cancelling.during(OwnerKind.BEAN, "feed",
					() -> cancelling.executor.schedule(LeakTests::task, 1, TimeUnit.HOURS));
			cancelling.endAndOutlive(bean);
			cancelling.ledger.tick();
			assertThat(cancelling.totals().leaked()).isEqualTo(1);
			cancelling.ledger.cancelLeaks();
			assertThat(cancelling.totals()).extracting(Totals::live, Totals::cancelled).containsExactly(1L, 0L);
		}
	}

	@Test
	void aTaskThatEndsWithinTheGracePeriodIsNone() {
		AtomicReference<ScheduledFuture<?>> future = new AtomicReference<>();
		Owner owner = this.bench.during(OwnerKind.REQUEST, "POST /orders",
				() -> future.set(this.bench.executor.schedule(LeakTests::task, 1, TimeUnit.HOURS)));
		this.bench.ledger.ownerEnded(owner);
		this.bench.time.pass(Duration.ofSeconds(29));
		future.get().cancel(false);
		this.bench.time.pass(Duration.ofHours(1));
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::recovered).containsExactly(0L, 0L);
	}

	@Test
	void anOwnerThatIsOpenedAgainIsNotOutlived() {
		Owner owner = this.bench.during(OwnerKind.REQUEST, "GET /",
				() -> this.bench.executor.schedule(LeakTests::task, 1, TimeUnit.HOURS));
		this.bench.ledger.ownerEnded(owner);
		this.bench.ledger.ownerReopened(owner);
		this.bench.time.pass(Duration.ofHours(1));
		assertThat(this.bench.totals().outlived()).isZero();
		this.bench.endAndOutlive(owner);
		assertThat(this.bench.totals().outlived()).isEqualTo(1);
	}

	@Test
	void aTaskScheduledForAnOwnerThatIsOverIsWatchedToo() {
		Owner owner = this.bench.ledger.openOwner(OwnerKind.REQUEST, "GET /");
		this.bench.ledger.ownerEnded(owner);
		this.bench.ledger.context().swap(owner);
		this.bench.executor.schedule(LeakTests::task, 1, TimeUnit.HOURS);
		this.bench.ledger.context().swap(null);
		this.bench.time.pass(Duration.ofSeconds(30));
		assertThat(this.bench.totals().outlived()).isEqualTo(1);
	}

	@Test
	void aTaskOfTheApplicationIsNeverALeak() {
		this.bench.executor.scheduleAtFixedRate(LeakTests::task, 1, 1, TimeUnit.HOURS);
		this.bench.ledger.ownerEnded(this.bench.ledger.application());
		this.bench.time.pass(Duration.ofDays(1));
		assertThat(this.bench.totals()).extracting(Totals::outlived, Totals::leaked).containsExactly(0L, 0L);
	}

	@Test
	void aPolicyThatCancelsEndsTheTasksOfTheOwnerAndNoOther() {
		TrackingPolicy cancel = new TrackingPolicy() {

			@Override
			public boolean cancelsOnOwnerEnd(OwnerKind kind, Site site) {
				return kind == OwnerKind.REQUEST;
			}

		};
		try (Bench cancelling = new Bench(TaskLedger.builder().policy(cancel))) {
			Owner ended = cancelling.during(OwnerKind.REQUEST, "GET /",
					() -> cancelling.executor.scheduleAtFixedRate(LeakTests::task, 1, 1, TimeUnit.HOURS));
			cancelling.during(OwnerKind.REQUEST, "GET /other",
					() -> cancelling.executor.schedule(LeakTests::task, 1, TimeUnit.HOURS));
			cancelling.ledger.ownerEnded(ended);
			assertThat(cancelling.totals()).extracting(Totals::cancelled, Totals::live).containsExactly(1L, 1L);
			assertThat(cancelling.pool.getQueue())
				.filteredOn((entry) -> ((java.util.concurrent.Future<?>) entry).isCancelled())
				.hasSize(1);
		}
	}

	@Test
	void aDestroyedBeanIsOutlivedByItsTasks() {
		Owner bean = this.bench.ledger.openOwner(OwnerKind.BEAN, "priceFeed");
		this.bench.ledger.context().swap(bean);
		this.bench.executor.scheduleAtFixedRate(LeakTests::task, 1, 1, TimeUnit.HOURS);
		this.bench.ledger.context().swap(null);
		this.bench.endAndOutlive(bean);
		assertThat(this.bench.tasks(TaskQuery.States.LEAKED).tasks()).extracting((task) -> task.leak().reason())
			.containsExactly(LeakReason.OUTLIVED_BEAN);
	}

	@Test
	void whatOutlivesItsOwnerOnAnIgnoredSiteIsAFactAndNeverALeak() {
		TrackingPolicy ignore = new TrackingPolicy() {

			@Override
			public boolean ignores(Site site) {
				return true;
			}

		};
		try (Bench ignoring = new Bench(TaskLedger.builder().policy(ignore))) {
			Owner owner = ignoring.during(OwnerKind.BEAN, "feed",
					() -> ignoring.executor.schedule(LeakTests::task, 1, TimeUnit.HOURS));
			ignoring.endAndOutlive(owner);
			ignoring.ledger.tick();
			assertThat(ignoring.totals()).extracting(Totals::leaked, Totals::outlived, Totals::live)
				.containsExactly(0L, 1L, 1L);
			assertThat(ignoring.ledger.read().outlived()).as("nobody is told of it").isEqualTo(OutlivedTasks.NONE);
		}
	}

	@Test
	void aPolicyThatFailsForOneTaskConcernsThatTaskOnly() {
		List<ScheduledFuture<?>> held = new ArrayList<>();
		TrackingPolicy failing = new TrackingPolicy() {

			private boolean failed;

			@Override
			public boolean cancelsOnOwnerEnd(OwnerKind kind, Site site) {
				if (!this.failed) {
					this.failed = true;
					throw new IllegalStateException("policy");
				}
				return true;
			}

		};
		try (Bench bench = new Bench(TaskLedger.builder().policy(failing))) {
			Owner owner = bench.during(OwnerKind.REQUEST, "GET /", () -> {
				held.add(bench.executor.scheduleAtFixedRate(LeakTests::task, 1, 1, TimeUnit.HOURS));
				held.add(bench.executor.scheduleAtFixedRate(LeakTests::task, 1, 1, TimeUnit.HOURS));
			});
			bench.ledger.ownerEnded(owner);
			assertThat(held).filteredOn(ScheduledFuture::isCancelled).hasSize(1);
			assertThat(bench.ledger.trackingErrors()).isOne();
		}
	}

	@Test
	void anOperatorCanCancelByIdOnce() {
		this.bench.executor.scheduleAtFixedRate(LeakTests::task, 1, 1, TimeUnit.HOURS);
		long id = this.bench.tasks(TaskQuery.States.LIVE).tasks().get(0).id();
		assertThat(this.bench.ledger.cancel(id)).isTrue();
		assertThat(this.bench.ledger.cancel(id)).isFalse();
		assertThat(this.bench.ledger.cancel(4711)).isFalse();
		assertThat(this.bench.totals().cancelled()).isEqualTo(1);
	}

	/** What became unreachable before this object is gone when this one is. */
	private static void collectGarbage() {
		java.lang.ref.WeakReference<Object> another = new java.lang.ref.WeakReference<>(new Object());
		await().untilAsserted(() -> {
			System.gc();
			assertThat(another.get()).isNull();
		});
	}

	private static void task() {
	}

}
