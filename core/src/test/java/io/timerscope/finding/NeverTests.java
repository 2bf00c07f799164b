package io.timerscope.finding;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import com.acme.finding.Jobs;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.TrackingPolicy;
import io.timerscope.jfr.FlightRecorderNews;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.Timetable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

/** A duration that means never works as never, and stops nothing else. */
class NeverTests {

	private static final String[] NEVER = { "PT23999976H", "PT9223372036.854775807S", "PT2562047788015215H" };

	@ParameterizedTest
	@ValueSource(strings = { "PT23999976H", "PT9223372036.854775807S", "PT2562047788015215H" })
	void aRunThatIsNeverStuckBlindsNoOtherCheck(Duration never) throws Exception {
		FindingLimits limits = new FindingLimits() {

			@Override
			public Duration stuckAfter(Site site) {
				return never;
			}

			@Override
			public Duration lateAfter() {
				return never;
			}

		};
		CountDownLatch over = new CountDownLatch(1);
		CountDownLatch started = new CountDownLatch(1);
		try (Surgery surgery = new Surgery(limits, 2)) {
			surgery.jobs.now(() -> {
				started.countDown();
				awaitQuietly(over);
			});
			started.await();
			surgery.jobs.atOnceAndEveryHour(() -> {
				throw new IllegalStateException("boom");
			});
			await().until(() -> surgery.bench.totals().failed() == 1);
			surgery.bench.time.pass(Duration.ofMinutes(30));
			surgery.tickNow();
			assertThat(surgery.kinds()).containsExactly(FindingKind.DEAD);
			assertThat(surgery.bench.ledger.trackingErrors()).isZero();
			over.countDown();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT23999976H", "PT9223372036.854775807S", "PT2562047788015215H" })
	void aGraceThatNeverEndsConcernsItsOwnSiteOnly(Duration never) {
		TrackingPolicy policy = new TrackingPolicy() {

			@Override
			public Duration grace(OwnerKind kind, Site site) {
				return site.methodName().equals("everyHour") ? never : Duration.ofSeconds(30);
			}

			@Override
			public boolean cancelsOnOwnerEnd(OwnerKind kind, Site site) {
				return !site.methodName().equals("everyHour");
			}

		};
		try (Bench bench = new Bench(TaskLedger.builder().policy(policy))) {
			Jobs jobs = new Jobs(bench.executor);
			Owner request = bench.during(OwnerKind.REQUEST, "GET /", () -> {
				jobs.everyHour(NeverTests::nothing);
				jobs.inAnHour(NeverTests::nothing);
			});
			bench.time.pass(Duration.ofMinutes(1));
			Owner later = bench.during(OwnerKind.REQUEST, "GET /", () -> jobs.everyHour(NeverTests::nothing));
			bench.ledger.ownerEnded(later);
			bench.ledger.ownerEnded(request);
			assertThat(bench.totals().cancelled()).isOne();
			bench.time.pass(Duration.ofDays(3650));
			assertThat(bench.totals().leaked()).isZero();
			assertThat(bench.ledger.trackingErrors()).isZero();
		}
	}

	@Test
	void aTaskOfAScopeThatIsDueNeverIsScheduled() {
		try (Bench bench = new Bench()) {
			Timetable timetable = Timetable.of(bench.executor);
			for (String never : NEVER) {
				assertThat(timetable.after(Duration.parse(never), NeverTests::nothing).isDone()).isFalse();
				ScheduledFuture<?> every = (ScheduledFuture<?>) timetable.every(Duration.parse(never),
						NeverTests::nothing);
				assertThat(every.getDelay(TimeUnit.DAYS)).isGreaterThan(36_500);
			}
		}
	}

	@Test
	void aFlightRecorderThatIsNeverToldOfLatenessStarts() {
		for (String never : NEVER) {
			assertThatNoException().isThrownBy(() -> new FlightRecorderNews(Duration.parse(never)));
		}
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void nothing() {
	}

}
