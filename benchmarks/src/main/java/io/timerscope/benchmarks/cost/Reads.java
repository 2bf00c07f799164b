package io.timerscope.benchmarks.cost;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.Totals;
import io.timerscope.actuate.Diagnosis;
import io.timerscope.actuate.OperatorControls;
import io.timerscope.actuate.TimersEndpoint;
import io.timerscope.actuate.TimersHealthIndicator;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import io.timerscope.recent.LastHour;
import io.timerscope.snapshot.SiteCountsSnapshot;
import io.timerscope.snapshot.WorkSurvey;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.boot.health.contributor.Health;
import tools.jackson.databind.json.JsonMapper;

/** What readers pay at a million live tasks of two hundred lines. */
@State(Scope.Benchmark)
public class Reads {

	private static final int LIVE = 1_000_000;

	private final TaskLedger ledger = new NumberedLines().ledger();

	private final ScheduledThreadPoolExecutor pool = Application.pool();

	private final TaskTracker tracker = this.ledger.schedulers()
		.track("pool", "pool", SchedulerTraits.EXECUTOR, PoolView.of(this.pool));

	private final TimersEndpoint endpoint = new TimersEndpoint(this.ledger,
			() -> new Diagnosis(List.of(), false, List.of()), new OperatorControls() {
			}, new LastHour(this.ledger), true);

	private final TimersHealthIndicator health = new TimersHealthIndicator(this.ledger, Map::of, () -> false, null);

	private final CountDownLatch busy = new CountDownLatch(1);

	private final JsonMapper json = JsonMapper.builder().build();

	@Setup
	public void fill() {
		ScheduledExecutorService executor = new TrackedScheduledExecutorService(this.pool, this.tracker);
		for (int i = 0; i < LIVE; i++) {
			executor.schedule(NumberedLines.task(i), 1, TimeUnit.DAYS);
		}
		this.pool.execute(this::work);
	}

	/** The pool is at work, so that what is due would wait. */
	private void work() {
		try {
			this.busy.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@TearDown
	public void end() {
		this.busy.countDown();
		this.pool.shutdownNow();
	}

	/** A page of a hundred from the middle, as the bytes of its JSON. */
	@Benchmark
	public byte[] page() {
		return this.json
			.writeValueAsBytes(this.endpoint.timers(null, null, null, null, "100", Long.toString(LIVE / 2)));
	}

	/** Sums by site, scheduler and kind of owner. */
	@Benchmark
	public List<SiteCountsSnapshot> counters() {
		return this.ledger.read().siteCounts();
	}

	/** What the clock does once per interval. */
	@Benchmark
	public void tick() {
		this.ledger.tick();
	}

	/** What the findings look at next. */
	@Benchmark
	public WorkSurvey survey() {
		return this.ledger.read().work((site) -> Duration.ofHours(1));
	}

	@Benchmark
	public @Nullable Health health() {
		return this.health.health(false);
	}

	/** What every gauge asks. */
	@Benchmark
	public Totals meters() {
		return this.tracker.totals();
	}

}
