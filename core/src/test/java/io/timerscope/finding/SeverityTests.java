package io.timerscope.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Findings of one kind that are not equally bad. */
class SeverityTests {

	private final FindingBook book = new FindingBook(TaskLedger.builder().build());

	private final List<String> news = new ArrayList<>();

	@Test
	void aNoticeThatBecomesAProblemIsRaisedAnewSoThatItIsHeardOf() {
		this.book.addListener(new FindingListener() {

			@Override
			public void raised(Finding finding) {
				SeverityTests.this.news.add("raised " + finding.severity().label());
			}

			@Override
			public void resolved(Finding finding) {
				SeverityTests.this.news.add("resolved " + finding.severity().label());
			}

		});
		see(Severity.NOTICE);
		see(Severity.NOTICE);
		see(Severity.PROBLEM);
		assertThat(this.news).containsExactly("raised notice", "raised problem", "resolved notice");
		assertThat(this.book.current()).singleElement().extracting(Finding::severity).isEqualTo(Severity.PROBLEM);
	}

	@Test
	void whoWantsToKnowWhatIsWrongDoesNotCountNotices() {
		see(Severity.NOTICE);
		assertThat(this.book.counts(Severity.NOTICE)).containsOnly(Map.entry(FindingKind.UNMANAGED, 1L));
		assertThat(this.book.counts(Severity.PROBLEM)).isEmpty();
	}

	private void see(Severity severity) {
		this.book.update(EnumSet.of(FindingKind.UNMANAGED), () -> List.of(new Observation(FindingKind.UNMANAGED,
				severity, "order-pool-#", null, 1, Instant.EPOCH, "evidence", "advice", List.of())));
	}

}
