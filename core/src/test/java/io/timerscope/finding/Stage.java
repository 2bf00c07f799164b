package io.timerscope.finding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.acme.finding.Heartbeats;
import com.acme.finding.Jobs;
import io.timerscope.EndedObjects;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.TaskQuery;
import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardLimits;
import io.timerscope.guard.GuardSample;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.outside.OutsideTimers;
import io.timerscope.outside.PoolHolders;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** Has each kind of finding happen, in an application that silences it or does not. */
final class Stage implements AutoCloseable {

	private static final PoolView IDLE = new PoolView() {

		@Override
		public Integer activeThreads() {
			return 0;
		}

	};

	private final Silence silence;

	private final Guard guard = new Guard(new GuardLimits(3, 10, 1_000, 0.9, (site) -> 10, false));

	private final Bench bench;

	private final FindingBook book;

	private final Inspection inspection;

	private final CountDownLatch over = new CountDownLatch(1);

	private final Set<FindingKind> seen = EnumSet.noneOf(FindingKind.class);

	/** So that nothing is taken for abandoned when the garbage collector runs. */
	private final List<@Nullable Object> held = new ArrayList<>();

	private final List<ScheduledExecutorService> outside = new ArrayList<>();

	Stage(Silence silence, FindingKind kind) {
		this.silence = silence;
		this.bench = new Bench(TaskLedger.builder().policy(silence.policy()).endedObjects(new EndedObjects() {

			@Override
			public @Nullable String ended(Object object, Owner owner) {
				return (object instanceof StringBuilder) ? "a closed StringBuilder" : null;
			}

		}), new ScheduledThreadPoolExecutor(1));
		this.book = new FindingBook(this.bench.ledger,
				(silence == Silence.DISABLED) ? Set.of(kind) : Set.<FindingKind>of());
		this.inspection = new Inspection(this.bench.ledger, this.book, silence.limits(),
				(kind == FindingKind.OVERLOAD) ? this.guard : null,
				new OutsideTimers(this.bench.ledger, Inspection.threads(), PoolHolders.UNKNOWN));
		this.bench.ledger.started();
		this.inspection.started();
	}

	/** The kinds that were found. */
	Set<FindingKind> play(FindingKind kind) {
		switch (kind) {
			case OUTLIVED_REQUEST -> pileUp(OwnerKind.REQUEST);
			case OUTLIVED_SESSION -> pileUp(OwnerKind.SESSION);
			case OUTLIVED_BEAN -> end(OwnerKind.BEAN, this::everyHour);
			case OUTLIVED_SCOPE -> end(OwnerKind.SCOPE, this::everyHour);
			case OUTLIVING -> end(OwnerKind.REQUEST, this::inAnHour);
			case ABANDONED -> abandon();
			case RETAINED -> retain();
			case OVERLOAD -> overload();
			case GROWING -> grow();
			case DEAD -> die();
			case FAILING -> fail();
			case OVERDUE -> overdue();
			case DUPLICATE -> duplicate();
			case OVERRUNNING -> overrun();
			case STUCK -> hold(Duration.ofMinutes(11));
			case LATE -> late();
			case UNMANAGED -> unmanaged();
			case LEFT_BEHIND -> throw new IllegalArgumentException("told after the close");
		}
		return this.seen;
	}

	private void given(Runnable call) {
		if (this.silence == Silence.LIFETIME) {
			Heartbeats.given(call);
		}
		else {
			Jobs.given(call);
		}
	}

	private void everyHour() {
		given(() -> this.held.add(this.bench.executor.scheduleAtFixedRate(Stage::nothing, 1, 1, TimeUnit.HOURS)));
	}

	private void inAnHour() {
		given(() -> this.held.add(this.bench.executor.schedule(Stage::nothing, 1, TimeUnit.HOURS)));
	}

	private void tick() {
		this.bench.time.pass(Duration.ofSeconds(10));
		this.bench.ledger.tick();
		this.inspection.tick();
		this.seen.addAll(this.book.counts(Severity.NOTICE).keySet());
	}

	private void ticks(int times) {
		for (int i = 0; i < times; i++) {
			tick();
		}
	}

	private void pileUp(OwnerKind kind) {
		for (int i = 0; i < 12; i++) {
			this.bench.ledger.ownerEnded(this.bench.during(kind, "it", this::everyHour));
		}
		ticks(5);
	}

	private void end(OwnerKind kind, Runnable work) {
		this.bench.endAndOutlive(this.bench.during(kind, "it", work));
		ticks(2);
	}

	private void abandon() {
		StringBuilder session = new StringBuilder();
		given(() -> this.held
			.add(this.bench.executor.scheduleAtFixedRate(() -> session.setLength(0), 1, 1, TimeUnit.HOURS)));
		ticks(4);
	}

	private void retain() {
		for (int i = 0; i < 8; i++) {
			inAnHour();
		}
		this.bench.ledger.cancel(TaskQuery.DEFAULT);
		ticks(2);
	}

	private void overload() {
		this.guard.started();
		for (int i = 0; i < 20; i++) {
			inAnHour();
		}
		for (int i = 0; i < 4; i++) {
			this.guard.sample(GuardSample.of(this.bench.ledger, 0.1));
			tick();
		}
	}

	private void grow() {
		for (int i = 0; i < 8; i++) {
			inAnHour();
			tick();
		}
	}

	private void die() {
		given(() -> this.held.add(this.bench.executor.scheduleAtFixedRate(() -> {
			throw new IllegalStateException("boom");
		}, 0, 1, TimeUnit.HOURS)));
		await().until(() -> this.bench.totals().failed() == 1);
		ticks(2);
	}

	/** A periodic task of a scheduler that goes on after a failure, run by hand. */
	private Runnable byHand(Duration period, Runnable work) {
		Runnable[] run = new Runnable[1];
		given(() -> this.held.add(this.bench.ledger.schedulers()
			.track("spring", "Scheduler", new SchedulerTraits(true, false, RejectedExecutionException::new), IDLE)
			.<Future<?>>track(work, Schedule.fixedRate(0, period.toNanos()), (it) -> {
				run[0] = it;
				return this.bench.pool.schedule(Stage::nothing, 365, TimeUnit.DAYS);
			})));
		return run[0];
	}

	private void fail() {
		Runnable run = byHand(Duration.ofMinutes(1), Stage::boom);
		for (int i = 0; i < 4; i++) {
			quietly(run);
			tick();
		}
	}

	private void overdue() {
		boolean[] fails = new boolean[1];
		Runnable run = byHand(Duration.ofHours(1), () -> {
			if (fails[0]) {
				boom();
			}
		});
		quietly(run);
		fails[0] = true;
		for (int i = 0; i < 2; i++) {
			this.bench.time.pass(Duration.ofHours(1));
			quietly(run);
		}
		this.bench.time.pass(Duration.ofMinutes(5));
		ticks(4);
	}

	private void duplicate() {
		Runnable work = Stage::nothing;
		for (int i = 0; i < 2; i++) {
			given(() -> this.held.add(this.bench.executor.scheduleAtFixedRate(work, 1, 1, TimeUnit.HOURS)));
			tick();
		}
	}

	private void overrun() {
		Runnable run = byHand(Duration.ofSeconds(30), () -> this.bench.time.pass(Duration.ofSeconds(45)));
		for (int i = 0; i < 4; i++) {
			quietly(run);
			this.bench.ledger.tick();
			this.inspection.tick();
			this.seen.addAll(this.book.counts(Severity.NOTICE).keySet());
		}
	}

	private void hold(Duration length) {
		CountDownLatch started = new CountDownLatch(1);
		given(() -> this.bench.executor.execute(() -> {
			started.countDown();
			waits();
		}));
		await().until(() -> started.getCount() == 0);
		this.bench.time.pass(length);
		tick();
	}

	private void late() {
		hold(Duration.ZERO);
		given(() -> this.bench.executor.execute(Stage::nothing));
		ticks(5);
	}

	private void unmanaged() {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1,
				(work) -> new Thread(work, "order-pool-1-thread-1"));
		this.outside.add(pool);
		pool.schedule(Stage::nothing, 1, TimeUnit.HOURS);
		await().until(() -> pool.getPoolSize() == 1);
		ticks(3);
	}

	private void waits() {
		try {
			this.over.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void boom() {
		throw new IllegalStateException("boom");
	}

	private static void quietly(Runnable run) {
		try {
			run.run();
		}
		catch (IllegalStateException ex) {
			if (!"boom".equals(ex.getMessage())) {
				throw ex;
			}
		}
	}

	private static void nothing() {
	}

	@Override
	public void close() {
		this.over.countDown();
		this.outside.forEach(ScheduledExecutorService::shutdownNow);
		this.bench.close();
	}

}
