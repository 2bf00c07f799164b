package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

class TaskHandleNeverCancelledTests {

	private final CheckFixture check = new CheckFixture(TaskHandleNeverCancelled.class);

	@Test
	void flagsAFieldThatIsOnlyAsked() {
		this.check.expect("""
				class Sample {
				  private ScheduledFuture<?> poll;
				  void start(TaskScheduler[] shared, Runnable task) {
				    // BUG: Diagnostic contains: kept in poll, but nothing in this file cancels it
				    this.poll = shared[0].scheduleAtFixedRate(task, Duration.ofSeconds(1));
				  }
				  private boolean isDone() {
				    return this.poll.isDone();
				  }
				}
				""");
	}

	@Test
	void leavesAHandleAloneThatIsHandedOn() {
		this.check.expectNothing("""
				class Sample {
				  private final Consumer<Future<?>> registry;
				  private final ScheduledExecutorService shared;
				  Sample(Consumer<Future<?>> registry, ScheduledExecutorService shared) {
				    this.registry = registry;
				    this.shared = shared;
				  }
				  void begin(Runnable task) {
				    Future<?> handle = this.shared.scheduleAtFixedRate(task, 1, 1, TimeUnit.SECONDS);
				    this.registry.accept(handle);
				  }
				}
				""");
	}

}
