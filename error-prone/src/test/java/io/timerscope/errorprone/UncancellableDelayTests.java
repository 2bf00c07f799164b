package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

class UncancellableDelayTests {

	private final CheckFixture check = new CheckFixture(UncancellableDelay.class);

	@Test
	void suggestsAnExecutorWithAHandleForALongDelay() {
		this.check.expect("""
				class Sample {
				  void expire(Runnable task) {
				    // BUG: Diagnostic contains: stays in the common delay queue
				    CompletableFuture.delayedExecutor(10, TimeUnit.MINUTES).execute(task);
				  }
				}
				""");
	}

	@Test
	void leavesAShortDelayAlone() {
		this.check.expectNothing("""
				class Sample {
				  void retry(Runnable task) {
				    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(task);
				  }
				}
				""");
	}

}
