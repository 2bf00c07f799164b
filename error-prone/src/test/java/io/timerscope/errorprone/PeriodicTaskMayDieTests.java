package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

class PeriodicTaskMayDieTests {

	private final CheckFixture check = new CheckFixture(PeriodicTaskMayDie.class);

	@Test
	void flagsATaskThatThrowsPastItsCatch() {
		this.check.expect("""
				class Sample {
				  private ScheduledFuture<?> poll;
				  void start(ScheduledExecutorService shared) {
				    // BUG: Diagnostic contains: IllegalStateException (line 23)
				    this.poll = shared.scheduleAtFixedRate(this::check, 1, 1, TimeUnit.SECONDS);
				  }
				  void stop() {
				    this.poll.cancel(false);
				  }
				  private void check() {
				    if (System.nanoTime() % 2 == 0) {
				      throw new IllegalStateException();
				    }
				  }
				}
				""");
	}

	@Test
	void leavesATaskAloneThatCatchesWhatItThrows() {
		this.check.expectNothing("""
				class Sample {
				  private ScheduledFuture<?> poll;
				  void start(ScheduledExecutorService shared) {
				    this.poll = shared.scheduleAtFixedRate(() -> {
				      try {
				        check();
				      }
				      catch (RuntimeException ex) {
				        System.err.println(ex);
				      }
				    }, 1, 1, TimeUnit.SECONDS);
				  }
				  void stop() {
				    this.poll.cancel(false);
				  }
				  private void check() {
				    throw new IllegalStateException();
				  }
				}
				""");
	}

	@Test
	void leavesATaskOfASpringSchedulerAlone() {
		this.check.expectNothing("""
				class Sample {
				  private ScheduledFuture<?> poll;
				  void start(TaskScheduler tasks) {
				    this.poll = tasks.scheduleAtFixedRate(() -> {
				      throw new IllegalStateException();
				    }, Duration.ofSeconds(1));
				  }
				  void stop() {
				    this.poll.cancel(false);
				  }
				}
				""");
	}

	@Test
	void leavesATaskAloneThatThrowsOnceItsOwnerIsClosed() {
		this.check.expectNothing("""
				class Sample {
				  private volatile boolean closed;
				  private Future<?> checks;
				  void start(ScheduledExecutorService shared) {
				    this.checks = shared.scheduleAtFixedRate(this::check, 1, 1, TimeUnit.SECONDS);
				  }
				  void close() {
				    this.closed = true;
				    this.checks.cancel(false);
				  }
				  private void check() {
				    if (this.closed) {
				      throw new IllegalStateException("closed");
				    }
				  }
				}
				""");
	}

}
