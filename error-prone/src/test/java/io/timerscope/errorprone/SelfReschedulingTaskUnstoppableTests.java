package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

class SelfReschedulingTaskUnstoppableTests {

	private final CheckFixture check = new CheckFixture(SelfReschedulingTaskUnstoppable.class);

	@Test
	void suggestsAWayOutOfAnEndlessLoop() {
		this.check.expect("""
				class Sample {
				  private final ScheduledExecutorService shared;
				  Sample(ScheduledExecutorService shared) {
				    this.shared = shared;
				  }
				  void beat() {
				    System.out.println("beat");
				    // BUG: Diagnostic contains: no field is asked whether it should go on
				    this.shared.schedule(this::beat, 10, TimeUnit.SECONDS);
				  }
				}
				""");
	}

	@Test
	void leavesALoopAloneThatAsksAFlag() {
		this.check.expectNothing("""
				class Sample {
				  private final ScheduledExecutorService shared;
				  private volatile boolean closed;
				  Sample(ScheduledExecutorService shared) {
				    this.shared = shared;
				  }
				  void beat() {
				    if (!this.closed) {
				      this.shared.schedule(this::beat, 10, TimeUnit.SECONDS);
				    }
				  }
				  void close() {
				    this.closed = true;
				  }
				}
				""");
	}

	@Test
	void leavesABoundedRetryAlone() {
		this.check.expectNothing("""
				class Sample {
				  private final ScheduledExecutorService shared;
				  Sample(ScheduledExecutorService shared) {
				    this.shared = shared;
				  }
				  void retry(int attempt) {
				    if (attempt < 5) {
				      this.shared.schedule(() -> retry(attempt + 1), 10, TimeUnit.SECONDS);
				    }
				  }
				}
				""");
	}

	@Test
	void leavesARetryAloneThatCountsDownToANumber() {
		this.check.expectNothing("""
				class Sample {
				  private final ScheduledExecutorService shared;
				  Sample(ScheduledExecutorService shared) {
				    this.shared = shared;
				  }
				  void attempt(Runnable task, int left) {
				    task.run();
				    if (left == 0) {
				      System.out.println("given up");
				    }
				    else {
				      this.shared.schedule(() -> attempt(task, left - 1), 1, TimeUnit.SECONDS);
				    }
				  }
				}
				""");
	}

}
