package io.timerscope.benchmarks.cost;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A timeout that is not needed in the end: scheduled before nearly all others, cancelled.
 * The pool's one thread sleeps on a task that is due earlier still; otherwise each call
 * would wake it, which costs more than everything else and says nothing of tracking.
 */
@State(Scope.Benchmark)
public class ScheduleAndCancel {

	/** Some twenty nanoseconds. */
	private static final int ARITHMETIC = 15;

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
		schedule(500);
		for (int i = 0; i < this.live; i++) {
			schedule(10_000L + i);
		}
	}

	@TearDown
	public void end() throws Exception {
		this.around.end().close();
	}

	@Benchmark
	public boolean near() {
		return schedule(1000).cancel(false);
	}

	/** The same work on two threads at once. */
	@Benchmark
	@Threads(2)
	public boolean nearOnTwoThreads() {
		return schedule(1000).cancel(false);
	}

	/** With a little arithmetic before each call, which touches no memory of others. */
	@Benchmark
	public boolean nearWithArithmetic() {
		Blackhole.consumeCPU(ARITHMETIC);
		ScheduledFuture<?> task = schedule(1000);
		Blackhole.consumeCPU(ARITHMETIC);
		return task.cancel(false);
	}

	/** The same on two threads at once. */
	@Benchmark
	@Threads(2)
	public boolean nearWithArithmeticOnTwoThreads() {
		return nearWithArithmetic();
	}

	/** Before all others: the pool's thread wakes up each time. */
	@Benchmark
	public boolean nearest() {
		return schedule(100).cancel(false);
	}

	private ScheduledFuture<?> schedule(long seconds) {
		return this.executor.schedule(() -> {
		}, seconds, TimeUnit.SECONDS);
	}

}
