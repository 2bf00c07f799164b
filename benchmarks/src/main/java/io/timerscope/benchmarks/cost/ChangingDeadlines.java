package io.timerscope.benchmarks.cost;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Heartbeats that move: any of the live tasks is cancelled and scheduled anew. */
@State(Scope.Benchmark)
public class ChangingDeadlines {

	@Param({ "BARE", "TIMERSCOPE" })
	public Peer peer = Peer.BARE;

	@Param({ "10000", "100000", "1000000" })
	public int live;

	private Peer.Around around = new Peer.Around(Application.pool(), () -> {
	});

	private ScheduledFuture<?>[] futures = {};

	@Setup
	public void fill() {
		this.around = this.peer.around(Application.pool());
		this.futures = new ScheduledFuture<?>[this.live];
		for (int i = 0; i < this.live; i++) {
			this.futures[i] = schedule(this.around.executor(), ThreadLocalRandom.current());
		}
	}

	@TearDown
	public void end() throws Exception {
		this.around.end().close();
	}

	@Benchmark
	public boolean random() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		int place = random.nextInt(this.live);
		boolean cancelled = this.futures[place].cancel(false);
		this.futures[place] = schedule(this.around.executor(), random);
		return cancelled;
	}

	private static ScheduledFuture<?> schedule(ScheduledExecutorService executor, ThreadLocalRandom random) {
		return executor.schedule(() -> {
		}, random.nextLong(10_000, 20_000), TimeUnit.SECONDS);
	}

}
