package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

class TaskHandleOverwrittenTests {

	private final CheckFixture check = new CheckFixture(TaskHandleOverwritten.class, "-Xep:TaskHandleOverwritten:WARN");

	@Test
	void pointsAtAReplacedHandleWhenSwitchedOn() {
		this.check.expect("""
				class Sample {
				  private final ScheduledExecutorService shared;
				  private ScheduledFuture<?> limit;
				  Sample(ScheduledExecutorService shared) {
				    this.shared = shared;
				  }
				  void touch(Runnable expire) {
				    // BUG: Diagnostic contains: limit forgets a task that is still scheduled
				    this.limit = this.shared.schedule(expire, 1, TimeUnit.MINUTES);
				  }
				  void close() {
				    this.limit.cancel(false);
				  }
				}
				""");
	}

	@Test
	void leavesAHandleAloneThatIsCancelledFirst() {
		this.check.expectNothing("""
				class Sample {
				  private final ScheduledExecutorService shared;
				  private ScheduledFuture<?> limit;
				  Sample(ScheduledExecutorService shared) {
				    this.shared = shared;
				  }
				  void touch(Runnable expire) {
				    if (this.limit != null) {
				      this.limit.cancel(false);
				    }
				    this.limit = this.shared.schedule(expire, 1, TimeUnit.MINUTES);
				  }
				  void close() {
				    this.limit.cancel(false);
				  }
				}
				""");
	}

	@Test
	void isOffByItself() {
		new CheckFixture(TaskHandleOverwritten.class).expectNothing("""
				class Sample {
				  private final ScheduledExecutorService shared;
				  private ScheduledFuture<?> limit;
				  Sample(ScheduledExecutorService shared) {
				    this.shared = shared;
				  }
				  void touch(Runnable expire) {
				    this.limit = this.shared.schedule(expire, 1, TimeUnit.MINUTES);
				  }
				  void close() {
				    this.limit.cancel(false);
				  }
				}
				""");
	}

}
