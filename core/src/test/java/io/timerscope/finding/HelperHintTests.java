package io.timerscope.finding;

import java.time.Duration;
import java.util.List;

import com.acme.finding.Invoices;
import com.acme.finding.Jobs;
import com.acme.finding.Parcels;
import com.acme.finding.Payments;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.ledger.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One line that schedules for everybody hides who leaks. */
class HelperHintTests {

	private final Bench bench = new Bench();

	private final Jobs helper = new Jobs(this.bench.executor);

	private final FindingBook book = new FindingBook(this.bench.ledger);

	@AfterEach
	void close() {
		this.bench.close();
	}

	@ParameterizedTest
	@EnumSource(value = OwnerKind.class, names = { "REQUEST", "BEAN" })
	void tasksOfManyClassesAtOneLineSuggestToLookThroughIt(OwnerKind kind) {
		leave(kind, List.of(Invoices.work(), Parcels.work(), Payments.work()));
		assertThat(this.book.current()).singleElement()
			.satisfies((finding) -> assertThat(finding.evidence())
				.endsWith(". The tasks are of several classes (com.acme.finding.Invoices, com.acme.finding.Parcels, "
						+ "com.acme.finding.Payments), so Jobs may schedule for others: "
						+ "timerscope.origin.library-packages=com.acme.finding shows who calls it"));
	}

	@Test
	void aLineThatFewUseIsNoHelper() {
		leave(OwnerKind.BEAN, List.of(Invoices.work(), Parcels.work(), Invoices.work()));
		assertThat(this.book.current()).singleElement()
			.satisfies((finding) -> assertThat(finding.evidence()).doesNotContain("library-packages"));
	}

	private void leave(OwnerKind kind, List<Runnable> tasks) {
		for (Runnable task : tasks) {
			Owner owner = this.bench.during(kind, "somebody", () -> this.helper.inAnHour(task));
			this.bench.ledger.ownerEnded(owner);
		}
		this.bench.time.pass(Duration.ofMinutes(1));
	}

}
