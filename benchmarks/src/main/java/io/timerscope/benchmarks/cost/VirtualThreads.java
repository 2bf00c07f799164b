package io.timerscope.benchmarks.cost;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/**
 * Virtual threads that schedule and that run; where the JDK knows none, other threads.
 */
@State(Scope.Benchmark)
public class VirtualThreads {

	static final boolean AVAILABLE = Runtime.version().feature() >= 21;

	private static final int BATCH = 1_000;

	@Param({ "BARE", "TIMERSCOPE" })
	public Peer peer = Peer.BARE;

	private Executor threads = Runnable::run;

	private ScheduledExecutorService executor = Application.pool();

	private TaskScheduler scheduler = new SimpleAsyncTaskScheduler();

	private AutoCloseable end = () -> {
	};

	@Setup
	public void start() {
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor();
		if (AVAILABLE) {
			threads.setVirtualThreads(true);
		}
		this.threads = threads;
		if (this.peer == Peer.TIMERSCOPE) {
			Application application = Application.start();
			this.executor = application.executor();
			this.scheduler = application.virtualScheduler();
			this.end = application;
		}
		else {
			SimpleAsyncTaskScheduler scheduler = Application.newVirtualScheduler();
			this.scheduler = scheduler;
			this.end = () -> {
				scheduler.close();
				this.executor.shutdownNow();
			};
		}
		this.executor.schedule(() -> {
		}, 500, TimeUnit.SECONDS);
	}

	@TearDown
	public void end() throws Exception {
		this.end.close();
	}

	/** Each on a virtual thread of its own. */
	@Benchmark
	@OperationsPerInvocation(BATCH)
	public void scheduleAndCancel() throws InterruptedException {
		CountDownLatch done = new CountDownLatch(BATCH);
		for (int i = 0; i < BATCH; i++) {
			this.threads.execute(() -> {
				this.executor.schedule(done::countDown, 1000, TimeUnit.SECONDS).cancel(false);
				done.countDown();
			});
		}
		done.await();
	}

	/** Due at once; Spring's scheduler gives each to a thread of its own. */
	@Benchmark
	@OperationsPerInvocation(BATCH)
	public void run() throws InterruptedException {
		CountDownLatch done = new CountDownLatch(BATCH);
		Instant past = Instant.EPOCH;
		for (int i = 0; i < BATCH; i++) {
			this.scheduler.schedule(done::countDown, past);
		}
		done.await();
	}

}
