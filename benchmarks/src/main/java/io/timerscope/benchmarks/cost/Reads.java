package io.timerscope.benchmarks.cost;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.LineSnapshot;
import io.timerscope.Owner;
import io.timerscope.OwnerResolver;
import io.timerscope.PoolView;
import io.timerscope.Schedule;
import io.timerscope.SchedulerTraits;
import io.timerscope.TaskLedger;
import io.timerscope.TaskTracker;
import io.timerscope.Totals;
import io.timerscope.actuate.Diagnosis;
import io.timerscope.actuate.TimersEndpoint;
import io.timerscope.actuate.TimersHealthIndicator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.health.contributor.Health;

/** What readers pay at a million live tasks of two hundred lines. */
@State(Scope.Benchmark)
public class Reads {

	private static final int LIVE = 1_000_000;

	private static final int SITES = 200;

	private final StackTraceElement[] sites = new StackTraceElement[SITES];

	private final TaskLedger ledger = TaskLedger.builder().resolver(new ByNumber()).build();

	private final TaskTracker tracker = this.ledger.schedulers()
		.track("pool", "pool", SchedulerTraits.EXECUTOR, PoolView.NONE);

	private final TimersEndpoint endpoint = new TimersEndpoint(this.ledger, () -> Diagnosis.NONE, true);

	private final TimersHealthIndicator health = new TimersHealthIndicator(this.ledger, Map::of, () -> false, null);

	private final JsonMapper json = JsonMapper.builder().build();

	@Setup
	public void fill() {
		for (int i = 0; i < SITES; i++) {
			this.sites[i] = new StackTraceElement("com.acme.Line" + i, "schedule", "Line" + i + ".java", i);
		}
		for (int i = 0; i < LIVE; i++) {
			Numbered task = new Numbered(i % SITES);
			this.tracker.<Future<?>>track(task, Schedule.once(TimeUnit.HOURS.toNanos(1)), (run) -> new Waiting(run));
		}
	}

	/** A page of a hundred from the middle, as the bytes of its JSON. */
	@Benchmark
	public byte[] page() {
		return this.json
			.writeValueAsBytes(this.endpoint.timers(null, null, null, null, "100", Long.toString(LIVE / 2)));
	}

	/** Sums by site, scheduler and kind of owner. */
	@Benchmark
	public List<LineSnapshot> counters() {
		return this.ledger.read().lines();
	}

	/** What the clock does once per interval. */
	@Benchmark
	public void tick() {
		this.ledger.tick();
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

	/**
	 * A task that says which line it belongs to.
	 *
	 * @param site the number of the line
	 */
	private record Numbered(int site) implements Runnable {

		@Override
		public void run() {
		}

	}

	private final class ByNumber implements OwnerResolver {

		@Override
		public @Nullable DeclaredTask declared(Object task) {
			Owner application = Reads.this.ledger.application();
			return (task instanceof Numbered numbered)
					? new DeclaredTask(application, Reads.this.sites[numbered.site()]) : null;
		}

	}

	/** A future that waits for ever and needs no queue. */
	private static final class Waiting extends FutureTask<@Nullable Object>
			implements ScheduledFuture<@Nullable Object> {

		Waiting(Runnable task) {
			super(task, null);
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(1, TimeUnit.HOURS);
		}

		@Override
		public int compareTo(Delayed other) {
			return 0;
		}

	}

}
