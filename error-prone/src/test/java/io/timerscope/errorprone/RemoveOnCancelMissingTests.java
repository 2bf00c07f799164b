package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

class RemoveOnCancelMissingTests {

	private final CheckFixture check = new CheckFixture(RemoveOnCancelMissing.class);

	@Test
	void flagsAPoolWhoseTasksAreCancelledEarly() {
		this.check.expect("""
				class Sample {
				  // BUG: Diagnostic contains: setRemoveOnCancelPolicy(true)
				  private final ScheduledExecutorService limits = Executors.newScheduledThreadPool(1);
				  void call(Runnable work, Runnable limit) {
				    Future<?> timer = this.limits.schedule(limit, 1, TimeUnit.MINUTES);
				    work.run();
				    timer.cancel(false);
				  }
				  void close() {
				    this.limits.shutdown();
				  }
				}
				""");
	}

	@Test
	void leavesShortDelaysAlone() {
		this.check.expectNothing("""
				class Sample {
				  private final ScheduledExecutorService limits = Executors.newScheduledThreadPool(1);
				  void call(Runnable work, Runnable limit) {
				    Future<?> timer = this.limits.schedule(limit, 1, TimeUnit.SECONDS);
				    work.run();
				    timer.cancel(false);
				  }
				  void close() {
				    this.limits.shutdown();
				  }
				}
				""");
	}

	@Test
	void setsThePolicyOfALocalPool() {
		this.check.repairs("""
				import java.util.concurrent.Future;
				import java.util.concurrent.ScheduledThreadPoolExecutor;
				import java.util.concurrent.TimeUnit;

				class Sample {
				  private final ScheduledThreadPoolExecutor limits;

				  Sample() {
				    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
				    this.limits = pool;
				  }

				  void call(Runnable work, Runnable limit) {
				    Future<?> timer = this.limits.schedule(limit, 1, TimeUnit.MINUTES);
				    work.run();
				    timer.cancel(false);
				  }

				  void close() {
				    this.limits.shutdown();
				  }
				}
				""", """
				import java.util.concurrent.Future;
				import java.util.concurrent.ScheduledThreadPoolExecutor;
				import java.util.concurrent.TimeUnit;

				class Sample {
				  private final ScheduledThreadPoolExecutor limits;

				  Sample() {
				    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
				    pool.setRemoveOnCancelPolicy(true);
				    this.limits = pool;
				  }

				  void call(Runnable work, Runnable limit) {
				    Future<?> timer = this.limits.schedule(limit, 1, TimeUnit.MINUTES);
				    work.run();
				    timer.cancel(false);
				  }

				  void close() {
				    this.limits.shutdown();
				  }
				}
				""");
	}

	@Test
	void warnsOfALongTaskThatStaysInTheQueueOfItsTimer() {
		this.check.expect("""
				class Sample {
				  private final Timer shared;
				  private TimerTask limit;
				  Sample(Timer shared) {
				    this.shared = shared;
				  }
				  void begin(TimerTask task) {
				    this.limit = task;
				    this.shared.schedule(this.limit, 60_000);
				  }
				  void end() {
				    // BUG: Diagnostic contains: call purge() after cancel()
				    this.limit.cancel();
				  }
				}
				""");
	}

	@Test
	void leavesAPoolAloneWhoseTasksAreCancelledOnlyAtTheEndOfItsOwner() {
		this.check.expectNothing("""
				class Sample {
				  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
				  private Future<?> report;
				  void start(Runnable task) {
				    this.report = this.pool.schedule(task, 1, TimeUnit.HOURS);
				  }
				  void stop() {
				    this.report.cancel(false);
				  }
				  void shutdown() {
				    this.pool.shutdownNow();
				  }
				}
				""");
	}

}
