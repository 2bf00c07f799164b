package io.timerscope.recent;

import java.time.Duration;
import java.time.Instant;

import com.acme.finding.Jobs;
import com.acme.finding.OrderController;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.finding.FindingBook;
import io.timerscope.ledger.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What changed, for somebody who looks later. */
class LastHourTests {

	private final Bench bench = new Bench();

	private final FindingBook book = new FindingBook(this.bench.ledger);

	private final LastHour hour = new LastHour(this.bench.ledger);

	private final OrderController orders = new OrderController(this.bench.executor);

	LastHourTests() {
		this.book.addListener(this.hour);
		this.bench.ledger.addListener(this.hour);
	}

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void itCountsWhatHappenedSinceTheStart() {
		Instant start = this.bench.ledger.now();
		Owner bean = this.bench.during(OwnerKind.BEAN, "feed", this.orders::place);
		this.bench.endAndOutlive(bean);
		tick();
		HourReading reading = this.hour.read();
		assertThat(reading.since()).isEqualTo(start);
		assertThat(reading.counts()).isEqualTo(new HourCounts(1, 1, 0, 0, 1, 0));
		assertThat(reading.samples()).singleElement().satisfies((sample) -> {
			assertThat(sample.live()).isOne();
			assertThat(sample.leaked()).isOne();
		});
		this.bench.ledger.cancel(1);
		this.book.current();
		assertThat(this.hour.read().counts()).isEqualTo(new HourCounts(1, 1, 1, 0, 1, 1));
		assertThat(this.hour.read().events()).extracting(HourEvent::what).containsExactly("resolved", "raised");
		assertThat(this.hour.read().events()).extracting(HourEvent::kind).containsOnly("outlived-bean");
	}

	@Test
	void whatIsOlderThanAnHourIsLeftOut() {
		Owner bean = this.bench.during(OwnerKind.BEAN, "feed", this.orders::place);
		this.bench.endAndOutlive(bean);
		for (int i = 0; i < 61; i++) {
			tick();
			this.bench.time.pass(Duration.ofMinutes(1));
		}
		HourReading reading = this.hour.read();
		assertThat(reading.counts()).isEqualTo(new HourCounts(0, 0, 0, 0, 0, 0));
		assertThat(reading.events()).isEmpty();
		assertThat(reading.samples()).hasSizeBetween(58, 60);
		assertThat(reading.since()).isAfterOrEqualTo(this.bench.ledger.now().minus(Duration.ofMinutes(61)));
	}

	@Test
	void aTickEverySecondKeepsOneSampleForTenAndLosesNoPeak() {
		for (int i = 0; i < 5_000; i++) {
			if (i == 4_995) {
				for (int task = 0; task < 7; task++) {
					this.orders.place();
				}
			}
			tick();
			if (i == 4_995) {
				this.bench.ledger.cancel(TaskQuery.DEFAULT);
			}
			this.bench.time.pass(Duration.ofSeconds(1));
		}
		assertThat(this.hour.read().samples()).hasSizeBetween(358, 361);
		assertThat(this.hour.read().samples()).extracting(HourSample::live).contains(7L);
		assertThat(this.bench.totals().live()).isZero();
	}

	@Test
	void aDeathIsCounted() {
		new Jobs(this.bench.executor).atOnceAndEveryHour(() -> {
			throw new IllegalStateException("boom");
		});
		await().until(() -> this.hour.read().counts().died() == 1);
	}

	@Test
	void operatorsAreCountedAndTheirDeedsKept() {
		this.hour.acted(OperatorAction.CANCEL_MANY, "cancelled 3 of 3 tasks", 3);
		this.hour.acted(OperatorAction.ADD_RULE, "added rule 1\nfor x", 1);
		assertThat(this.hour.actions(OperatorAction.CANCEL_MANY)).isOne();
		assertThat(this.hour.actions(OperatorAction.CANCEL)).isZero();
		assertThat(this.hour.read().events()).first().satisfies((event) -> {
			assertThat(event.what()).isEqualTo("operator");
			assertThat(event.kind()).isEqualTo("add-rule");
			assertThat(event.subject()).doesNotContain("\n");
		});
	}

	@Test
	void ofManyEventsTheNewestAreKeptAndTheOthersCounted() {
		for (int i = 0; i < 230; i++) {
			this.hour.acted(OperatorAction.CANCEL, "cancelled task " + i, 1);
		}
		HourReading reading = this.hour.read();
		assertThat(reading.events()).hasSize(200)
			.first()
			.extracting(HourEvent::subject)
			.isEqualTo("cancelled task 229");
		assertThat(reading.forgotten()).isEqualTo(30);
		this.bench.time.pass(Duration.ofMinutes(61));
		assertThat(this.hour.read().events()).isEmpty();
		assertThat(this.hour.read().forgotten()).isZero();
	}

	private void tick() {
		this.bench.ledger.tick();
		this.book.current();
		this.hour.tick();
	}

}
