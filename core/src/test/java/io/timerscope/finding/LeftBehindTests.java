package io.timerscope.finding;

import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

import com.acme.finding.Crunch;
import com.acme.finding.Jobs;
import io.timerscope.Schedule;
import io.timerscope.ledger.Bench;
import io.timerscope.outside.OutsideTimers;
import io.timerscope.outside.PoolHolders;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LeftBehindTests {

	private final Set<Long> before = Inspection.threads();

	private final Bench bench = new Bench();

	private final OutsideTimers outside = new OutsideTimers(this.bench.ledger, this.before, PoolHolders.UNKNOWN);

	private final LeftBehind leftBehind = new LeftBehind(this.bench.ledger, this.outside, this.before,
			(type) -> type.endsWith("ScheduledThreadPoolExecutor"));

	private final Crunch crunch = new Crunch();

	@AfterEach
	void close() {
		this.crunch.end();
		this.bench.close();
	}

	@Test
	void aRunThatIgnoresItsInterruptionIsNamedWithItsStackAndNobodyIsToldToShutDownWhatIs() throws Exception {
		this.bench.executor.scheduleAtFixedRate(this.crunch::crunch, 0, 1, TimeUnit.HOURS);
		this.crunch.awaitBegin();
		this.leftBehind.closing();
		this.bench.executor.shutdownNow();
		assertThat(this.leftBehind.look()).singleElement()
			.asString()
			.startsWith("left-behind: after the context closed, bean pool (java.util.concurrent."
					+ "ScheduledThreadPoolExecutor) still has ")
			.contains("1 run under way: Crunch.crunch on thread pool-",
					"Next step: the scheduler was shut down, and the run goes on; let the run end when it is "
							+ "interrupted: check Thread.interrupted()",
					"com.acme.finding.Crunch.crunch(Crunch.java:")
			.doesNotContain("destroyMethod");
		this.crunch.end();
		await().until(() -> this.leftBehind.look().isEmpty());
	}

	@Test
	void anExecutorThatNobodyShutsDownIsToldHow() {
		new Jobs(this.bench.executor).inAnHour(LeftBehindTests::work);
		this.leftBehind.closing();
		assertThat(this.leftBehind.look()).singleElement()
			.asString()
			.contains("still has 1 live task: Jobs.inAnHour (once, of the application, scheduled at ")
			.contains(
					"Next step: nobody shut the executor down; declare its bean with destroyMethod=\"shutdownNow\", and "
							+ "cancel what its owner does not need any more.");
	}

	@Test
	void anExecutorThatWaitsForItsDelayedTasksIsToldWhy() {
		this.bench.executor.schedule(LeftBehindTests::work, 1, TimeUnit.HOURS);
		this.leftBehind.closing();
		this.bench.executor.shutdown();
		assertThat(this.leftBehind.look()).singleElement()
			.asString()
			.contains("Next step: the executor was shut down and waits for its delayed tasks; ");
	}

	@Test
	void aSchedulerThatCannotShutItsExecutorDownIsNotToldToCallWhatItDoesNotHave() {
		this.bench.executor.schedule(LeftBehindTests::work, 1, TimeUnit.HOURS);
		this.bench.ledger.schedulers()
			.track("jobs", "org.springframework.scheduling.concurrent.ConcurrentTaskScheduler",
					SchedulerTraits.EXECUTOR, PoolView.of(this.bench.pool))
			.track(LeftBehindTests::work, Schedule.once(TimeUnit.HOURS.toNanos(1)),
					(run) -> this.bench.pool.schedule(run, 1, TimeUnit.HOURS));
		this.leftBehind.closing();
		List<String> lines = this.leftBehind.look();
		assertThat(lines).filteredOn((line) -> line.contains("bean jobs"))
			.singleElement()
			.asString()
			.contains("a ConcurrentTaskScheduler does not shut its executor down; make that executor a bean")
			.doesNotContain("destroyMethod");
	}

	@Test
	void afterAStartThatFailedOnlyWhatKeepsTheProcessIsNamed() {
		Timer daemon = timer("daemon-timer", true);
		Timer timer = timer("cart-timer", false);
		this.leftBehind.failed();
		assertThat(this.leftBehind.look()).singleElement()
			.isEqualTo("left-behind: after the start of the context failed, 1 thread of no tracked bean lives on: "
					+ "cart-timer. Next step: shut the executor or Timer down when its owner is destroyed.");
		daemon.cancel();
		timer.cancel();
	}

	private static Timer timer(String name, boolean daemon) {
		Timer timer = new Timer(name, daemon);
		timer.schedule(new TimerTask() {

			@Override
			public void run() {
			}

		}, 3_600_000);
		return timer;
	}

	private static void work() {
	}

}
