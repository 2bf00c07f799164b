package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

class TimeoutNotCancelledTests {

	private final CheckFixture check = new CheckFixture(TimeoutNotCancelled.class);

	@Test
	void flagsATimeoutThatOutlivesItsFuture() {
		this.check.expect("""
				class Sample {
				  CompletableFuture<String> call(ScheduledExecutorService shared) {
				    CompletableFuture<String> answer = new CompletableFuture<>();
				    // BUG: Diagnostic contains: cancel it in whenComplete, or use orTimeout
				    shared.schedule(() -> answer.completeExceptionally(new TimeoutException()), 30, TimeUnit.SECONDS);
				    return answer;
				  }
				}
				""");
	}

	@Test
	void leavesATimeoutAloneThatIsCancelled() {
		this.check.expectNothing("""
				class Sample {
				  CompletableFuture<String> call(ScheduledExecutorService shared) {
				    CompletableFuture<String> answer = new CompletableFuture<>();
				    Future<?> limit = shared.schedule(() -> answer.cancel(false), 30, TimeUnit.SECONDS);
				    answer.whenComplete((value, ex) -> limit.cancel(false));
				    return answer.orTimeout(1, TimeUnit.MINUTES);
				  }
				}
				""");
	}

	@Test
	void leavesATaskAloneWhoseFlagIsLoweredAgain() {
		this.check.expectNothing("""
				class Sample {
				  private final ScheduledExecutorService shared;
				  private boolean pending;
				  Sample(ScheduledExecutorService shared) {
				    this.shared = shared;
				  }
				  void later() {
				    this.shared.schedule(this::read, 1, TimeUnit.MINUTES);
				  }
				  synchronized void read() {
				    if (this.pending) {
				      return;
				    }
				    this.pending = true;
				  }
				  synchronized void done() {
				    this.pending = false;
				    read();
				  }
				}
				""");
	}

}
