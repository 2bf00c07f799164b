package io.timerscope.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import com.acme.metrics.Lines;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.recent.LastHour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LineRows}, with the values of a real ledger.
 */
class LineRowsTests {

	private static final String SITE = "com.acme.metrics.Lines#first";

	private final Shop shop = new Shop();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final List<ScheduledFuture<?>> tasks = new ArrayList<>();

	@AfterEach
	void closeShop() {
		this.shop.close();
	}

	@Test
	void aLeakingLineIsNamedWithItsFingerprintAndReason() {
		PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		TimerscopeMeterBinder binder = binder(prometheus, 20, false);
		leak(OwnerKind.SCOPE, Lines::first);
		leak(OwnerKind.SCOPE, Lines::first);
		this.tasks.add(Lines.first(this.shop.orders));
		binder.tick();
		assertThat(prometheus.scrape().lines().filter((line) -> line.startsWith("timerscope_site")))
			.containsExactly(
					"timerscope_site_leaked{fingerprint=\"10b466da05c0\",reason=\"outlived-scope\",site=\"" + SITE
							+ "\"} 2.0",
					"timerscope_site_live{fingerprint=\"10b466da05c0\",site=\"" + SITE + "\"} 3.0");
	}

	@Test
	void theRowsFollowTheirLineAndVanishOnceItIsClean() {
		TimerscopeMeterBinder binder = binder(this.registry, 20, false);
		leak(OwnerKind.SCOPE, Lines::first);
		binder.tick();
		Meter row = rows().findFirst().orElseThrow();
		leak(OwnerKind.SCOPE, Lines::first);
		binder.tick();
		assertThat(rows()).hasSize(2).contains(row);
		assertThat(value("timerscope.site.leaked")).isEqualTo(2);
		this.tasks.forEach((task) -> task.cancel(false));
		binder.tick();
		assertThat(rows()).isEmpty();
	}

	@Test
	void aCleanInstanceNamesNoLine() {
		TimerscopeMeterBinder binder = binder(this.registry, 20, false);
		this.tasks.add(Lines.first(this.shop.orders));
		binder.tick();
		assertThat(rows()).isEmpty();
	}

	@Test
	void withoutTheSettingNoLineIsNamed() {
		TimerscopeMeterBinder binder = binder(this.registry, 0, false);
		leak(OwnerKind.SCOPE, Lines::first);
		binder.tick();
		assertThat(rows()).isEmpty();
	}

	@Test
	void thereAreNeverMoreSeriesThanTwiceTheSettingAndTheWorstLinesHaveThem() {
		TimerscopeMeterBinder binder = binder(this.registry, 3, false);
		int leaks = 0;
		for (Function<ScheduledExecutorService, ScheduledFuture<?>> line : Lines.ALL) {
			leaks++;
			for (int i = 0; i < leaks; i++) {
				leak(OwnerKind.SCOPE, line);
				leak(OwnerKind.BEAN, line);
				leak(OwnerKind.BEAN, line);
			}
		}
		binder.tick();
		assertThat(rows().count()).isLessThanOrEqualTo(6);
		assertThat(rows().filter((it) -> it.getId().getName().equals("timerscope.site.leaked")))
			.extracting((it) -> it.getId().getTag("site") + " " + it.getId().getTag("reason"))
			.containsExactlyInAnyOrder("com.acme.metrics.Lines#fifth outlived-bean",
					"com.acme.metrics.Lines#fourth outlived-bean", "com.acme.metrics.Lines#third outlived-bean");
		assertThat(value("timerscope.site.live", "site", "com.acme.metrics.Lines#fifth")).isEqualTo(15);
	}

	@Test
	void aJobsAgeCountsFromItsScheduleUntilItsFirstSuccessAndThenFromThere() throws Exception {
		TimerscopeMeterBinder binder = binder(this.registry, 0, true);
		this.tasks.add(Lines.first(this.shop.orders));
		this.shop.time.pass(Duration.ofSeconds(90));
		binder.tick();
		assertThat(value("timerscope.job.success.age", "job", SITE, "scheduler", "orders")).isEqualTo(90);
		((Runnable) this.tasks.get(0)).run();
		this.shop.time.pass(Duration.ofMillis(1500));
		binder.tick();
		assertThat(value("timerscope.job.success.age")).isEqualTo(1.5);
		this.tasks.get(0).cancel(false);
		binder.tick();
		assertThat(rows()).isEmpty();
	}

	@Test
	void whatARequestSchedulesIsNoJob() {
		TimerscopeMeterBinder binder = binder(this.registry, 0, true);
		leak(OwnerKind.REQUEST, Lines::first);
		this.tasks.add(this.shop.orders.schedule(() -> {
		}, 1, TimeUnit.DAYS));
		binder.tick();
		assertThat(rows()).isEmpty();
	}

	@Test
	void aListenerOfTheRegistryMayTickAndNothingStaysBehind() {
		TimerscopeMeterBinder binder = binder(this.registry, 20, true);
		this.registry.config().onMeterAdded((meter) -> binder.tick());
		this.registry.config().onMeterRemoved((meter) -> binder.tick());
		leak(OwnerKind.SCOPE, Lines::first);
		this.tasks.add(Lines.first(this.shop.orders));
		binder.tick();
		assertThat(rows()).hasSize(3);
		binder.close();
		assertThat(rows()).isEmpty();
		assertThat(this.shop.ledger.trackingErrors()).isZero();
	}

	private TimerscopeMeterBinder binder(MeterRegistry registry, int sites, boolean jobs) {
		TimerscopeMeterBinder binder = new TimerscopeMeterBinder(this.shop.ledger, this.shop.findings, null,
				new LastHour(this.shop.ledger), sites, jobs);
		binder.bindTo(registry);
		return binder;
	}

	/** Schedules for an owner that ends at once, and lets the grace period pass. */
	private void leak(OwnerKind kind, Function<ScheduledExecutorService, ScheduledFuture<?>> line) {
		Owner owner = this.shop.ledger.openOwner(kind, "import");
		OwnerSource before = this.shop.ledger.context().swap(owner);
		this.tasks.add(line.apply(this.shop.orders));
		this.shop.ledger.context().swap(before);
		this.shop.ledger.ownerEnded(owner);
		this.shop.time.pass(Duration.ofSeconds(30));
		this.shop.ledger.tick();
	}

	private Stream<Meter> rows() {
		return this.registry.getMeters()
			.stream()
			.filter((meter) -> meter.getId().getName().matches("timerscope\\.(site|job)\\..*"));
	}

	private double value(String name, String... tags) {
		return this.registry.get(name).tags(tags).gauge().value();
	}

}
