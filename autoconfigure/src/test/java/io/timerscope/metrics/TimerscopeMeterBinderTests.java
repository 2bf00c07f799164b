package io.timerscope.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.acme.metrics.Orders;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.noop.NoopTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.timerscope.CompletedRun;
import io.timerscope.RunOutcome;
import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardSample;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.DelayedTasks;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import io.timerscope.recent.LastHour;
import io.timerscope.recent.OperatorAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link TimerscopeMeterBinder}.
 */
class TimerscopeMeterBinderTests {

	private final Shop shop = new Shop();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final TimerscopeMeterBinder binder = binder(this.shop.ledger, this.shop.guard);

	@AfterEach
	void closeShop() {
		this.shop.close();
	}

	@Test
	void briefRunsThatNobodyTimedAreInTheTimerAfterTheTick() throws InterruptedException {
		int runs = 5_000;
		TaskLedger ledger = TaskLedger.builder().build();
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		try {
			binder(ledger, this.shop.guard).bindTo(this.registry);
			ScheduledExecutorService executor = new TrackedScheduledExecutorService(pool,
					ledger.schedulers().track("brief", "pool", SchedulerTraits.EXECUTOR, PoolView.of(pool)));
			CountDownLatch done = new CountDownLatch(runs);
			ScheduledFuture<?> ticks = executor.scheduleAtFixedRate(done::countDown, 0, 1, TimeUnit.NANOSECONDS);
			done.await();
			ticks.cancel(false);
			await().until(() -> pool.getActiveCount() == 0);
			ledger.tick();
			assertThat(this.registry.get("timerscope.runs")
				.tag("schedule", "fixed-rate")
				.timers()
				.stream()
				.mapToLong(Timer::count)
				.sum()).isGreaterThanOrEqualTo(runs);
		}
		finally {
			pool.shutdownNow();
		}
	}

	@Test
	void aListenerOfTheRegistryMayLookAtTheSchedulers() {
		List<Boolean> locked = new ArrayList<>();
		this.registry.config().onMeterAdded((meter) -> {
			locked.add(Thread.holdsLock(this.binder));
			this.binder.tick();
		});
		this.registry.config().onMeterRemoved((meter) -> this.binder.tick());
		this.shop.orders.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		this.binder.bindTo(this.registry);
		assertThat(gauge("timerscope.tasks.live", "scheduler", "orders", "owner", "application")).isOne();
		this.binder.close();
		assertThat(this.shop.ledger.trackingErrors()).isZero();
		assertThat(locked).isNotEmpty().containsOnly(false);
	}

	@Test
	void liveAndLeakedTasksAreCountedByTheirOwner() {
		this.binder.bindTo(this.registry);
		this.shop.leak();
		this.shop.orders.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		assertThat(gauge("timerscope.tasks.live", "scheduler", "orders", "owner", "request")).isOne();
		assertThat(gauge("timerscope.tasks.live", "scheduler", "orders", "owner", "application")).isOne();
		assertThat(gauge("timerscope.tasks.leaked", "scheduler", "orders", "owner", "request")).isOne();
		assertThat(gauge("timerscope.tasks.leaked", "scheduler", "orders", "owner", "application")).isZero();
	}

	@Test
	void aLeakThatEndsIsCountedAsRecovered() {
		this.binder.bindTo(this.registry);
		ScheduledFuture<?> leak = this.shop.leak();
		assertThat(counter("timerscope.leaks", "reason", "outlived-request")).isOne();
		assertThat(counter("timerscope.leaks.recovered", "reason", "outlived-request")).isZero();
		leak.cancel(false);
		assertThat(counter("timerscope.leaks.recovered", "reason", "outlived-request")).isOne();
		assertThat(gauge("timerscope.tasks.leaked", "scheduler", "orders", "owner", "request")).isZero();
	}

	@Test
	void findingsAreCountedByTheirKindForAsLongAsTheyLast() {
		this.binder.bindTo(this.registry);
		ScheduledFuture<?> leak = this.shop.leak();
		this.shop.findings.current();
		assertThat(gauge("timerscope.findings", "kind", "outlived-request")).isOne();
		assertThat(gauge("timerscope.findings", "kind", "dead")).isZero();
		leak.cancel(false);
		this.shop.findings.current();
		assertThat(gauge("timerscope.findings", "kind", "outlived-request")).isZero();
	}

	@Test
	void theGuardShowsWhetherItShedsAndWhatItRefused() {
		this.binder.bindTo(this.registry);
		assertThat(gauge("timerscope.guard.state")).isZero();
		ScheduledFuture<?> reminder = Orders.remind(this.shop.orders);
		this.shop.guard.sample(GuardSample.of(this.shop.ledger, 0));
		assertThat(gauge("timerscope.guard.state")).isOne();
		this.shop.guard.refusal(this.shop.ledger.read().siteCounts().get(0).site(), false);
		assertThat(counter("timerscope.guard.rejections")).isOne();
		reminder.cancel(false);
		this.shop.guard.sample(GuardSample.of(this.shop.ledger, 0));
		assertThat(gauge("timerscope.guard.state")).isZero();
	}

	@Test
	void aRegistryThatRefusesOurMetersStopsNoTask() throws Exception {
		this.registry.config().onMeterAdded((meter) -> {
			throw new IllegalStateException("registry");
		});
		this.binder.bindTo(this.registry);
		assertThat(this.shop.orders.submit(() -> "ran").get()).isEqualTo("ran");
		this.binder.tick();
		this.binder.close();
		assertThat(this.shop.ledger.trackingErrors()).isEqualTo(1);
	}

	@Test
	void aTimerThatThrowsStopsNoTask() throws Exception {
		MeterRegistry broken = new SimpleMeterRegistry() {

			@Override
			protected Timer newTimer(Meter.Id id, DistributionStatisticConfig statistics, PauseDetector pauses) {
				return new NoopTimer(id) {

					@Override
					public void record(long amount, TimeUnit unit) {
						throw new IllegalStateException("timer");
					}

				};
			}

		};
		this.binder.bindTo(broken);
		for (int i = 0; i < 3; i++) {
			assertThat(this.shop.orders.submit(() -> "ran").get()).isEqualTo("ran");
		}
		await().until(() -> this.shop.ledger.trackingErrors() == 3);
		assertThat(broken.get("timerscope.tasks.ended").tags("outcome", "completed").functionCounter().count())
			.isEqualTo(3);
	}

	@Test
	void withoutAGuardTheRestIsShown() {
		binder(this.shop.ledger, null).bindTo(this.registry);
		assertThat(this.registry.find("timerscope.guard.state").gauge()).isNull();
		assertThat(gauge("timerscope.findings", "kind", "late")).isZero();
	}

	@Test
	void everyEndIsCountedByItsOutcome() throws Exception {
		this.binder.bindTo(this.registry);
		this.shop.orders.submit(() -> {
		}).get();
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.shop.orders.submit(() -> {
			throw new IllegalStateException("sold out");
		}).get());
		this.shop.orders.schedule(() -> {
		}, 1, TimeUnit.HOURS).cancel(false);
		assertThat(counter("timerscope.tasks.scheduled", "scheduler", "orders")).isEqualTo(3);
		for (String outcome : new String[] { "completed", "failed", "cancelled" }) {
			assertThat(counter("timerscope.tasks.ended", "scheduler", "orders", "outcome", outcome)).as(outcome)
				.isOne();
		}
		assertThat(counter("timerscope.tasks.ended", "scheduler", "orders", "outcome", "rejected")).isZero();
	}

	@Test
	void whatAPoolThatShutsDownDropsIsCountedAsLostAndWhatItRefusesAsRejected() {
		this.binder.bindTo(this.registry);
		this.shop.orders.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		this.shop.orders.shutdownNow();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.shop.orders.submit(() -> {
		}));
		assertThat(counter("timerscope.tasks.ended", "scheduler", "orders", "outcome", "lost")).isOne();
		assertThat(counter("timerscope.tasks.ended", "scheduler", "orders", "outcome", "rejected")).isOne();
	}

	@Test
	void aCancelledTaskIsRetainedForAsLongAsTheQueueHoldsIt() {
		this.binder.bindTo(this.registry);
		this.shop.orders.schedule(() -> {
		}, 1, TimeUnit.HOURS).cancel(false);
		this.shop.ledger.tick();
		assertThat(gauge("timerscope.tasks.retained", "scheduler", "orders")).isOne();
		this.shop.pool.purge();
		this.shop.ledger.tick();
		assertThat(gauge("timerscope.tasks.retained", "scheduler", "orders")).isZero();
	}

	@Test
	void aRunUnderWayIsRunning() throws Exception {
		this.binder.bindTo(this.registry);
		double running = this.shop.orders.submit(() -> gauge("timerscope.tasks.running", "scheduler", "orders")).get();
		assertThat(running).isOne();
		assertThat(gauge("timerscope.tasks.running", "scheduler", "orders")).isZero();
	}

	@Test
	void runsAreTimedByScheduleAndOutcome() throws Exception {
		this.binder.bindTo(this.registry);
		this.shop.orders.submit(() -> this.shop.time.pass(Duration.ofSeconds(3))).get();
		this.shop.orders.schedule(() -> {
		}, 0, TimeUnit.SECONDS).get();
		assertThat(this.registry.get("timerscope.runs")
			.tags("scheduler", "orders", "schedule", "immediate", "outcome", "success")
			.timer()
			.totalTime(TimeUnit.SECONDS)).isEqualTo(3);
		assertThat(this.registry.get("timerscope.runs").tags("schedule", "once", "outcome", "success").timer().count())
			.isOne();
		assertThat(this.registry.get("timerscope.run.lateness").tags("scheduler", "orders").timer().count())
			.isEqualTo(2);
	}

	@Test
	void aRegistryMayComeAfterTheTasks() {
		this.shop.leak();
		this.binder.bindTo(this.registry);
		assertThat(gauge("timerscope.tasks.leaked", "scheduler", "orders", "owner", "request")).isOne();
	}

	@Test
	void aSchedulerMayComeAfterTheRegistry() {
		this.binder.bindTo(this.registry);
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		this.shop.open("late", pool);
		pool.shutdownNow();
		assertThat(gauge("timerscope.tasks.live", "scheduler", "late", "owner", "bean")).isZero();
	}

	@Test
	void aSchedulerTakesItsMetersWithItAndBringsThemBack() {
		this.binder.bindTo(this.registry);
		int before = this.registry.getMeters().size();
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		this.shop.open("refreshed", pool);
		assertThat(this.registry.getMeters()).hasSizeGreaterThan(before);
		pool.shutdownNow();
		this.binder.tick();
		assertThat(this.registry.getMeters()).hasSize(before);
		ScheduledThreadPoolExecutor again = new ScheduledThreadPoolExecutor(1);
		this.shop.open("refreshed", again);
		this.binder.tick();
		assertThat(this.registry.getMeters()).hasSizeGreaterThan(before);
		again.shutdownNow();
	}

	@Test
	void nothingStaysBehindInARegistryThatOutlivesTheApplication() throws Exception {
		this.binder.bindTo(this.registry);
		this.shop.orders.submit(() -> {
		}).get();
		assertThat(this.registry.getMeters()).isNotEmpty();
		this.binder.close();
		assertThat(this.registry.getMeters()).isEmpty();
		this.shop.orders.submit(() -> {
		}).get();
		assertThat(this.registry.getMeters()).isEmpty();
	}

	@Test
	void aRegistryIsBoundOnce() throws Exception {
		this.binder.bindTo(this.registry);
		this.binder.bindTo(this.registry);
		this.shop.orders.submit(() -> {
		}).get();
		assertThat(this.registry.get("timerscope.run.lateness").timer().count()).isOne();
	}

	@Test
	void twoRegistriesAreWrittenAlike() throws Exception {
		MeterRegistry other = new SimpleMeterRegistry();
		this.binder.bindTo(this.registry);
		this.binder.bindTo(other);
		this.shop.orders.submit(() -> {
		}).get();
		assertThat(this.registry.get("timerscope.run.lateness").timer().count()).isOne();
		assertThat(other.get("timerscope.run.lateness").timer().count()).isOne();
	}

	@Test
	void whatOperatorsDidIsCountedByAction() {
		LastHour hour = new LastHour(this.shop.ledger);
		new TimerscopeMeterBinder(this.shop.ledger, this.shop.findings, this.shop.guard, hour, 0, false)
			.bindTo(this.registry);
		hour.acted(OperatorAction.CANCEL_MANY, "cancelled 2 of 2 tasks", 2);
		assertThat(counter("timerscope.operator.actions", "action", "cancel-many")).isOne();
		assertThat(this.registry.get("timerscope.operator.actions").meters())
			.extracting((meter) -> meter.getId().getTag("action"))
			.containsExactlyInAnyOrder("cancel", "cancel-many", "add-rule", "remove-rule", "acknowledge");
	}

	@Test
	void everyMeterIsOfItsDeclaredType() throws Exception {
		TimerscopeMeterBinder all = new TimerscopeMeterBinder(this.shop.ledger, this.shop.findings, this.shop.guard,
				new LastHour(this.shop.ledger), 1, true);
		all.bindTo(this.registry);
		this.shop.orders.submit(() -> {
		}).get();
		ScheduledFuture<?> leak = this.shop.leak();
		ScheduledFuture<?> job = Orders.remind(this.shop.orders);
		all.tick();
		List<TimerscopeMeter> meters = new ArrayList<>(List.of(TimerscopeMeter.values()));
		if (!DelayedTasks.areKnown()) {
			meters.remove(TimerscopeMeter.COMMON_POOL_DELAYED);
		}
		for (TimerscopeMeter meter : meters) {
			assertThat(this.registry.get(meter.meterName).meters()).as(meter.meterName)
				.isNotEmpty()
				.extracting(Meter::getId)
				.allSatisfy((id) -> {
					assertThat(id.getType()).isEqualTo(meter.type);
					assertThat(id.getDescription()).isEqualTo(meter.sentence);
					assertThat(id.getTags()).extracting("key").containsExactlyInAnyOrderElementsOf(meter.keys);
				});
		}
		assertThat(List.of(leak, job)).noneMatch(ScheduledFuture::isDone);
	}

	@Test
	void prometheusSeesTheNamesThatAlertsRelyOn() throws Exception {
		PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		this.binder.bindTo(prometheus);
		this.shop.leak();
		this.shop.orders.submit(() -> {
		}).get();
		assertThat(prometheus.scrape().lines()).contains(
				"# HELP timerscope_tasks_leaked Live tasks that a witness says nobody wants or can end",
				"timerscope_tasks_leaked{owner=\"request\",scheduler=\"orders\"} 1.0",
				"timerscope_tasks_live{owner=\"request\",scheduler=\"orders\"} 1.0",
				"timerscope_tasks_scheduled_total{scheduler=\"orders\"} 2.0",
				"timerscope_tasks_ended_total{outcome=\"completed\",scheduler=\"orders\"} 1.0",
				"timerscope_leaks_total{reason=\"outlived-request\"} 1.0",
				"timerscope_leaks_recovered_total{reason=\"outlived-request\"} 0.0",
				"timerscope_tracking_errors_total 0.0", "timerscope_run_lateness_seconds_count{scheduler=\"orders\"} 1",
				"timerscope_runs_seconds_count{outcome=\"success\",schedule=\"immediate\",scheduler=\"orders\"} 1");
	}

	@Test
	void theNumberOfSeriesDependsOnTheConfigurationOnly() {
		PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		this.binder.bindTo(prometheus);
		int fixed = 36 + 21 + (DelayedTasks.areKnown() ? 1 : 0);
		assertThat(series(prometheus)).isEqualTo(fixed);
		LedgerMeters meters = new LedgerMeters(prometheus, this.shop.ledger, this.shop.findings, this.shop.guard,
				new LastHour(this.shop.ledger));
		meters.start();
		CompletedRun run = new CompletedRun(0, 1, 1, RunOutcome.SUCCESS, null);
		for (String schedule : List.of("immediate", "once", "fixed-rate", "fixed-delay", "trigger")) {
			meters.ran("orders", schedule, run);
		}
		assertThat(series(prometheus)).isEqualTo(fixed + 5 * 9);
		for (int count = 0; count < 100; count++) {
			this.shop.leak();
		}
		assertThat(series(prometheus)).isEqualTo(fixed + 5 * 9);
	}

	private TimerscopeMeterBinder binder(TaskLedger ledger, Guard guard) {
		return new TimerscopeMeterBinder(ledger, this.shop.findings, guard, new LastHour(ledger), 0, false);
	}

	private static long series(PrometheusMeterRegistry registry) {
		return registry.scrape().lines().filter((line) -> !line.startsWith("#")).count();
	}

	private double gauge(String name, String... tags) {
		return this.registry.get(name).tags(tags).gauge().value();
	}

	private double counter(String name, String... tags) {
		return this.registry.get(name).tags(tags).functionCounter().count();
	}

}
