package io.timerscope.benchmarks.cost;

import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.actuate.TimersHealthIndicator;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.boot.health.contributor.Health;

/** What a reader pays where every line has changed since the last reading. */
@State(Scope.Benchmark)
public class ReadsAfterChange {

	private final TaskLedger ledger = new NumberedLines().ledger();

	private final ScheduledThreadPoolExecutor pool = Application.pool();

	private final ScheduledExecutorService executor = new TrackedScheduledExecutorService(this.pool,
			this.ledger.schedulers().track("pool", "pool", SchedulerTraits.EXECUTOR, PoolView.of(this.pool)));

	private final TimersHealthIndicator health = new TimersHealthIndicator(this.ledger, Map::of, () -> false, null);

	@Setup(Level.Invocation)
	public void change() {
		for (int i = 0; i < NumberedLines.LINES; i++) {
			this.executor.schedule(NumberedLines.task(i), 1, TimeUnit.DAYS).cancel(false);
		}
	}

	@TearDown
	public void end() {
		this.pool.shutdownNow();
	}

	@Benchmark
	public @Nullable Health health() {
		return this.health.health(false);
	}

}
