package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

/**
 * What a user can tell all checks.
 */
class OptionsTests {

	private static final String OWN_API = """
			class Sample {
			  static class Ticker {
			    void scheduleAtFixedRate(Runnable task, long millis) {
			    }
			  }
			  %s
			  private final Ticker ticker = new Ticker();
			  void begin(Runnable task) {
			    this.ticker.scheduleAtFixedRate(task, 1000);
			  }
			}
			""";

	private static final String MANAGED = """
			class Sample {
			  interface Pools {
			    ScheduledExecutorService managed();
			  }
			  Sample(Pools pools, Runnable task) {
			    %s
			    pools.managed().scheduleAtFixedRate(task, 1, 1, TimeUnit.SECONDS);
			  }
			}
			""";

	@Test
	void ownSchedulingTypesAreCheckedLikeTheOnesOfTheJdk() {
		new CheckFixture(SchedulerNeverShutDown.class, "-XepOpt:Timerscope:SchedulerTypes=Sample.Ticker")
			.expect(OWN_API.formatted("// BUG: Diagnostic contains: ticker.close()"));
		new CheckFixture(SchedulerNeverShutDown.class).expectNothing(OWN_API.formatted(""));
	}

	@Test
	void whatAManagedFactoryMakesIsEndedByOthers() {
		new CheckFixture(PeriodicTaskHandleDiscarded.class, "-XepOpt:Timerscope:ManagedFactories=Sample.Pools#managed")
			.expectNothing(MANAGED.formatted(""));
		new CheckFixture(PeriodicTaskHandleDiscarded.class)
			.expect(MANAGED.formatted("// BUG: Diagnostic contains: keep the handle"));
	}

	@Test
	void aFieldOfTheApplicationsLifetimeIsLeftAlone() {
		new CheckFixture(SchedulerNeverShutDown.class).expectNothing("""
				class Sample {
				  @io.timerscope.ApplicationLifetime("one watch for the whole program")
				  private final Timer timer = new Timer();
				  void later(TimerTask task) {
				    this.timer.schedule(task, 10_000);
				  }
				}
				""");
	}

	@Test
	void aMethodOrTypeOfTheApplicationsLifetimeIsLeftAlone() {
		new CheckFixture(PeriodicTaskHandleDiscarded.class).expectNothing("""
				class Sample {
				  private final ScheduledExecutorService shared;
				  Sample(ScheduledExecutorService shared) {
				    this.shared = shared;
				  }
				  @io.timerscope.ApplicationLifetime("started once")
				  void begin(Runnable task) {
				    this.shared.scheduleAtFixedRate(task, 1, 1, TimeUnit.SECONDS);
				  }
				  @io.timerscope.ApplicationLifetime("made once")
				  static class Other {
				    Other(ScheduledExecutorService shared, Runnable task) {
				      shared.scheduleAtFixedRate(task, 1, 1, TimeUnit.SECONDS);
				    }
				  }
				}
				""");
	}

}
