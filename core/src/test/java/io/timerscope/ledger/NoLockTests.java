package io.timerscope.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import com.acme.finding.Jobs;
import io.timerscope.LedgerListener;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.TaskSnapshot;
import io.timerscope.TrackingPolicy;
import io.timerscope.finding.FindingBook;
import io.timerscope.leak.AbandonedFutures;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.PoolViews;
import io.timerscope.record.RunLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The law Do no harm: no user code and no listener is called under a lock of ours. */
class NoLockTests {

	private final List<String> held = new ArrayList<>();

	private @Nullable Bench bench;

	@AfterEach
	void shutDown() {
		if (this.bench != null) {
			this.bench.close();
		}
	}

	@Test
	void aListenerHearsOfALeakWithoutTheBooksLock() {
		Bench bench = bench(new TrackingPolicy() {
		});
		FindingBook book = new FindingBook(bench.ledger);
		bench.ledger.addListener(new LedgerListener() {

			@Override
			public void leaked(TaskSnapshot task) {
				look(book, "told of a leak");
			}

		});
		leak(bench);
		assertThat(book.current()).hasSize(1);
		assertThat(this.held).containsExactly("told of a leak: false");
	}

	@Test
	void aPolicyIsAskedWithoutALockWhetherATaskIsAbandoned() throws Exception {
		AtomicReference<@Nullable AbandonedFutures> watch = new AtomicReference<>();
		Bench bench = bench(new TrackingPolicy() {

			@Override
			public boolean ignores(Site site) {
				AbandonedFutures known = watch.get();
				if (known != null) {
					look(known, "asked a policy");
				}
				return false;
			}

		});
		watch.set(bench.ledger.abandonedFutures());
		bench.ledger.started();
		bench.time.pass(Duration.ofSeconds(1));
		new Jobs(bench.executor).everyHour(NoLockTests::nothing);
		await().until(() -> {
			System.gc();
			bench.ledger.tick();
			return !this.held.isEmpty();
		});
		assertThat(this.held).containsOnly("asked a policy: false");
	}

	@Test
	void aFutureIsAskedWithoutTheBooksLock() {
		Bench bench = bench(new TrackingPolicy() {
		});
		FindingBook book = new FindingBook(bench.ledger);
		Asked future = new Asked(() -> look(book, "asked a future"));
		bench.tracker.<ScheduledFuture<?>>track(NoLockTests::nothing, Schedule.fixedRate(0, 1), (run) -> future);
		leak(bench);
		book.current();
		bench.ledger.tick();
		assertThat(this.held).isNotEmpty().containsOnly("asked a future: false");
	}

	@Test
	void anExceptionIsAskedForItsMessageWithoutTheLogsLock() throws Exception {
		Bench bench = bench(new TrackingPolicy() {
		});
		CountDownLatch ended = new CountDownLatch(1);
		AtomicReference<@Nullable RunLog> log = new AtomicReference<>();
		ScheduledFuture<?> future = bench.executor.scheduleAtFixedRate(() -> {
			bench.writer().live().forEachAfter(0, (task) -> {
				log.set(task.log());
				return true;
			});
			throw new Telling(() -> {
				look(log.get(), "asked an exception");
				ended.countDown();
			});
		}, 0, 1, TimeUnit.HOURS);
		assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
		await().until(future::isDone);
		assertThat(this.held).isNotEmpty().containsOnly("asked an exception: false");
	}

	@Test
	void aUnitOfWorkIsAskedForItsNameWithoutItsLock() {
		Bench bench = bench(new TrackingPolicy() {
		});
		OwnerOnDemand unit = new OwnerOnDemand(bench.ledger, OwnerKind.REQUEST) {

			@Override
			protected String name() {
				look(this, "asked for a name");
				return "GET /";
			}

		};
		assertThat(unit.owner()).isSameAs(unit.owner());
		assertThat(this.held).containsExactly("asked for a name: false");
	}

	@Test
	void aPoolIsAskedWithoutALockWhetherItHasEnded() {
		PoolViews views = new PoolViews();
		for (int i = 0; i < 10; i++) {
			views.add(new PoolView() {

				@Override
				public boolean isTerminated() {
					look(views, "asked a pool");
					return false;
				}

			});
			views.tidy();
		}
		assertThat(this.held).isNotEmpty().containsOnly("asked a pool: false");
	}

	private void look(@Nullable Object lock, String when) {
		this.held.add(when + ": " + (lock != null && Thread.holdsLock(lock)));
	}

	private Bench bench(TrackingPolicy policy) {
		Bench bench = new Bench(TaskLedger.builder().policy(policy), new ScheduledThreadPoolExecutor(1));
		this.bench = bench;
		return bench;
	}

	private static void leak(Bench bench) {
		Owner bean = bench.during(OwnerKind.BEAN, "feed",
				() -> bench.executor.scheduleAtFixedRate(NoLockTests::nothing, 1, 1, TimeUnit.HOURS));
		bench.endAndOutlive(bean);
	}

	private static void nothing() {
	}

	/** An exception that notes when it is asked. */
	private static final class Telling extends IllegalStateException {

		private static final long serialVersionUID = 1;

		private final transient Runnable asked;

		Telling(Runnable asked) {
			this.asked = asked;
		}

		@Override
		public String getMessage() {
			this.asked.run();
			return "asked";
		}

	}

	/** A future that notes when it is asked. */
	private static final class Asked implements ScheduledFuture<@Nullable Object> {

		private final Runnable asked;

		Asked(Runnable asked) {
			this.asked = asked;
		}

		@Override
		public boolean isDone() {
			this.asked.run();
			return false;
		}

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			return false;
		}

		@Override
		public boolean isCancelled() {
			return false;
		}

		@Override
		public @Nullable Object get() {
			return null;
		}

		@Override
		public @Nullable Object get(long timeout, TimeUnit unit) {
			return null;
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return 1;
		}

		@Override
		public int compareTo(Delayed other) {
			return 0;
		}

	}

}
