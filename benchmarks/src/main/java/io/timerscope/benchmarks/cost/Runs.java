package io.timerscope.benchmarks.cost;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Tasks that run, on the pool's one thread. */
@State(Scope.Benchmark)
public class Runs {

	private static final int BATCH = 2_000;

	/** Far more, so that scheduling the task once does not count. */
	private static final int TICKS = 50_000;

	@Param({ "BARE", "TIMERSCOPE", "MICROMETER", "DROPWIZARD" })
	public Peer peer = Peer.BARE;

	private Peer.Around around = new Peer.Around(Application.pool(), () -> {
	});

	@Setup
	public void start() {
		this.around = this.peer.around(Application.pool());
	}

	@TearDown
	public void end() throws Exception {
		this.around.end().close();
	}

	/** The last of a batch has run when the latch opens. */
	@Benchmark
	@OperationsPerInvocation(BATCH)
	public void scheduleAndRun() throws InterruptedException {
		CountDownLatch done = new CountDownLatch(BATCH);
		ScheduledExecutorService executor = this.around.executor();
		for (int i = 0; i < BATCH; i++) {
			executor.schedule(done::countDown, 0, TimeUnit.NANOSECONDS);
		}
		done.await();
	}

	/** A period so short that the next run is always due. */
	@Benchmark
	@OperationsPerInvocation(TICKS)
	public boolean tick() throws InterruptedException {
		CountDownLatch done = new CountDownLatch(TICKS);
		ScheduledFuture<?> ticks = this.around.executor()
			.scheduleAtFixedRate(done::countDown, 0, 1, TimeUnit.NANOSECONDS);
		try {
			done.await();
		}
		finally {
			ticks.cancel(false);
		}
		return ticks.isCancelled();
	}

}
