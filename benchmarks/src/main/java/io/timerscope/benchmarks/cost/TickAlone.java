package io.timerscope.benchmarks.cost;

import java.util.concurrent.TimeUnit;

import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One run of a periodic task without the pool: what the decorator adds. */
@State(Scope.Benchmark)
public class TickAlone {

	private static final int BATCH = 10_000;

	@Param({ "BARE", "TIMERSCOPE", "MICROMETER" })
	public Peer peer = Peer.BARE;

	/** Concerns Timerscope only. */
	@Param({ "sampled", "every" })
	public String timing = "sampled";

	/** Any work that cannot be left out. */
	public long ticks;

	private final CapturedCommand pool = new CapturedCommand();

	private Runnable clock = () -> {
	};

	private AutoCloseable end = this.pool::shutdownNow;

	private Runnable command = this.pool.command();

	@Setup
	@SuppressWarnings("PeriodicTaskHandleDiscarded") // ends with the pool
	public void start() {
		if (this.peer == Peer.TIMERSCOPE) {
			Application application = Application.start("timerscope.runs.timing=" + this.timing);
			this.end = application;
			this.clock = application.ledger()::tick;
			new TrackedScheduledExecutorService(this.pool,
					application.ledger()
						.schedulers()
						.track("captured", "captured", SchedulerTraits.EXECUTOR, PoolView.of(this.pool)))
				.scheduleAtFixedRate(this::work, 1, 1, TimeUnit.DAYS);
		}
		else {
			this.peer.around(this.pool).executor().scheduleAtFixedRate(this::work, 1, 1, TimeUnit.DAYS);
		}
		this.command = this.pool.command();
	}

	private void work() {
		this.ticks++;
	}

	@TearDown
	public void end() throws Exception {
		this.pool.shutdownNow();
		this.end.close();
	}

	@Benchmark
	public void tick() {
		this.command.run();
	}

	/**
	 * With the clock's own tick, which tells the meters of the runs that were not timed.
	 */
	@Benchmark
	@OperationsPerInvocation(BATCH)
	public void tickAndTell() {
		for (int i = 0; i < BATCH; i++) {
			this.command.run();
		}
		this.clock.run();
	}

}
