package io.timerscope.finding;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The same periodic task, scheduled once more. */
class DuplicateFindingTests {

	private final Surgery surgery = new Surgery();

	private final AtomicInteger feed = new AtomicInteger();

	@AfterEach
	void close() {
		this.surgery.close();
	}

	@Test
	void theSameTaskThatIsScheduledByTwoCallsRunsTwice() {
		ScheduledFuture<?> first = refresh();
		this.surgery.tick();
		assertThat(this.surgery.news).isEmpty();
		refresh();
		this.surgery.tick();
		assertThat(this.surgery.of(FindingKind.DUPLICATE)).singleElement().satisfies((finding) -> {
			assertThat(finding.count()).isEqualTo(2);
			assertThat(finding.subject()).startsWith("com.acme.finding.Jobs.everyHour(");
			assertThat(finding.evidence()).startsWith("2 live periodic tasks (every 1 h) do the same: ")
				.endsWith(", by separate calls");
			assertThat(finding.advice()).startsWith(
					"Cancel the earlier task before Jobs.everyHour schedules again, or let it schedule only once.");
		});
		first.cancel(false);
		this.surgery.tick();
		assertThat(this.surgery.news).containsExactly("raised duplicate", "resolved duplicate");
	}

	@Test
	void aLoopThatSchedulesSeveralDoesSoOnPurpose() {
		for (int i = 0; i < 4; i++) {
			refresh();
		}
		this.surgery.tick();
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void ofManyTasksEachIsLookedAt() {
		for (int i = 0; i < 40; i++) {
			int region = i;
			this.surgery.jobs.everyHour(() -> this.feed.addAndGet(region));
		}
		this.surgery.tick();
		assertThat(this.surgery.news).isEmpty();
		this.surgery.jobs.everyHour(this.feed::incrementAndGet);
		this.surgery.tick();
		this.surgery.jobs.everyHour(this.feed::incrementAndGet);
		this.surgery.tick();
		assertThat(this.surgery.news).as("of two lines in the test, one of the application").isEmpty();
		refresh();
		this.surgery.tick();
		refresh();
		this.surgery.tick();
		assertThat(this.surgery.of(FindingKind.DUPLICATE)).singleElement().extracting(Finding::count).isEqualTo(2L);
	}

	@Test
	void tasksForDifferentThingsAreNoDuplicates() {
		for (String region : new String[] { "north", "south" }) {
			this.surgery.jobs.everyHour(() -> this.feed.addAndGet(region.length()));
			this.surgery.tick();
		}
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void aTaskThatWasCancelledBeforeIsNone() {
		refresh().cancel(false);
		this.surgery.tick();
		refresh();
		this.surgery.tick();
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void whatTwoBeansOfOneNameScheduleIsNone() {
		for (int i = 0; i < 2; i++) {
			this.surgery.bench.during(OwnerKind.BEAN, "feed", this::refresh);
			this.surgery.bench.time.pass(Duration.ofSeconds(5));
		}
		this.surgery.tick();
		assertThat(this.surgery.kinds()).isEmpty();
	}

	@Test
	void aBeanThatSchedulesAgainIsNamed() {
		Owner bean = this.surgery.bench.during(OwnerKind.BEAN, "feed", this::refresh);
		this.surgery.tick();
		this.surgery.bench.onBehalfOf(bean, this::refresh);
		this.surgery.tick();
		assertThat(this.surgery.of(FindingKind.DUPLICATE)).singleElement()
			.extracting(Finding::evidence)
			.asString()
			.startsWith("2 live periodic tasks (every 1 h) do the same for the bean feed: ");
	}

	@Test
	void whatRequestsScheduleIsAMatterOfLeaks() {
		for (int i = 0; i < 2; i++) {
			this.surgery.bench.during(OwnerKind.REQUEST, "GET /", this::refresh);
			this.surgery.tick();
		}
		assertThat(this.surgery.kinds()).isEmpty();
	}

	private ScheduledFuture<?> refresh() {
		return this.surgery.jobs.everyHour(this.feed::incrementAndGet);
	}

}
