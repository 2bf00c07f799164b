package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

class PeriodicTaskHandleDiscardedTests {

	private final CheckFixture check = new CheckFixture(PeriodicTaskHandleDiscarded.class);

	@Test
	void flagsADroppedHandleOnALentExecutor() {
		this.check.expect("""
				class Sample {
				  Sample(ScheduledExecutorService shared, Runnable beat) {
				    // BUG: Diagnostic contains: keep the handle and cancel it
				    shared.scheduleAtFixedRate(beat, 1, 1, TimeUnit.SECONDS);
				  }
				}
				""");
	}

	@Test
	void flagsAFluxThatTicksForEver() {
		this.check.expect("""
				class Sample {
				  void watch(Runnable tick) {
				    // BUG: Diagnostic contains: keep the handle and cancel it
				    Flux.interval(Duration.ofSeconds(1)).subscribe(n -> tick.run());
				  }
				}
				""");
	}

	@Test
	void leavesATaskAloneWhoseExecutorIsEndedHere() {
		this.check.expectNothing("""
				class Sample {
				  private final ScheduledExecutorService own = Executors.newScheduledThreadPool(1);
				  Sample(Runnable beat) {
				    this.own.scheduleAtFixedRate(beat, 1, 1, TimeUnit.SECONDS);
				  }
				  void close() {
				    this.own.shutdown();
				  }
				}
				""");
	}

	@Test
	void leavesASingletonOfTheContainerAlone() {
		this.check.expectNothing("""
				@Service
				class Sample {
				  Sample(TaskScheduler tasks, Runnable beat) {
				    tasks.scheduleAtFixedRate(beat, Duration.ofSeconds(1));
				  }
				}
				""");
	}

	@Test
	void keepsTheHandleAndCancelsIt() {
		this.check.repairs("""
				import java.util.concurrent.ScheduledExecutorService;
				import java.util.concurrent.TimeUnit;

				class Sample implements AutoCloseable {
				  Sample(ScheduledExecutorService shared) {
				    shared.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
				  }

				  private void beat() {}

				  @Override
				  public void close() {
				    System.out.println("closed");
				  }
				}
				""", """
				import java.util.concurrent.ScheduledExecutorService;
				import java.util.concurrent.ScheduledFuture;
				import java.util.concurrent.TimeUnit;

				class Sample implements AutoCloseable {
				  Sample(ScheduledExecutorService shared) {
				    this.beatTask = shared.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
				  }

				  private void beat() {}

				  @Override
				  public void close() {
				    System.out.println("closed");
				    if (this.beatTask != null) {
				      this.beatTask.cancel(false);
				    }
				  }

				  private ScheduledFuture<?> beatTask;
				}
				""");
	}

	@Test
	void suggestsToLookAtATaskOnASchedulerThatABaseClassElsewhereKeeps() {
		this.check.expectBeside("""
				abstract class Handler {
				  protected ScheduledExecutorService scheduler;
				  abstract void dispose();
				}
				""", """
				class Lamp extends Handler {
				  void initialize() {
				    // BUG: Diagnostic contains: kept by a base class in another file
				    this.scheduler.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.SECONDS);
				  }
				  @Override
				  void dispose() {
				    System.out.println("gone");
				  }
				}
				""");
	}

	@Test
	void flagsNoTimerOfWhoeverLendsTheTimersForOneCall() {
		this.check.expectNothing("""
				class Sample {
				  interface Timers {
				    long setPeriodic(long millis, LongConsumer code);
				    boolean cancelTimer(long id);
				  }
				  void demonstrate(Timers timers) {
				    timers.setPeriodic(1000, (id) -> System.out.println(id));
				  }
				}
				""");
	}

}
