package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

class TimerTaskNotPurgedTests {

	private final CheckFixture check = new CheckFixture(TimerTaskNotPurged.class);

	@Test
	void suggestsToPurgeASharedTimer() {
		this.check.expect("""
				class Sample {
				  private final Timer shared;
				  private TimerTask limit;
				  Sample(Timer shared) {
				    this.shared = shared;
				  }
				  void begin(TimerTask task, long millis) {
				    this.limit = task;
				    this.shared.schedule(this.limit, millis);
				  }
				  void end() {
				    // BUG: Diagnostic contains: no purge() of its Timer was found
				    this.limit.cancel();
				  }
				}
				""");
	}

	@Test
	void leavesAPurgedTimerAlone() {
		this.check.expectNothing("""
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
				    this.limit.cancel();
				    this.shared.purge();
				  }
				}
				""");
	}

}
