package io.timerscope.benchmarks.cost;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** A timeout that is not needed in the end: scheduled before all others, cancelled. */
@State(Scope.Benchmark)
public class ScheduleAndCancel {

	@Param
	public Peer peer = Peer.BARE;

	@Param({ "1000", "10000", "100000", "1000000" })
	public int live;

	/** Concerns Timerscope only. */
	@Param("stack")
	public String capture = "stack";

	private Peer.Around around = new Peer.Around(Application.pool(), () -> {
	});

	private ScheduledExecutorService executor = this.around.executor();

	@Setup
	public void fill() {
		this.around = this.peer.around(Application.pool(), "timerscope.origin.capture=" + this.capture);
		this.executor = this.around.executor();
		for (int i = 0; i < this.live; i++) {
			this.executor.schedule(() -> {
			}, 10_000L + i, TimeUnit.SECONDS);
		}
	}

	@TearDown
	public void end() throws Exception {
		this.around.end().close();
	}

	@Benchmark
	public boolean near() {
		return this.executor.schedule(() -> {
		}, 1000, TimeUnit.SECONDS).cancel(false);
	}

	/** The same work on two threads at once. */
	@Benchmark
	@Threads(2)
	public boolean nearOnTwoThreads() {
		return this.executor.schedule(() -> {
		}, 1000, TimeUnit.SECONDS).cancel(false);
	}

}
