package io.timerscope.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.timerscope.Totals;
import io.timerscope.finding.FindingKind;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;

/**
 * How the application fares by its timers, whichever Spring Boot asks. Reads counts only,
 * so it costs the same with a million live tasks. If they cannot be read the application
 * is no worse for it: its health is then unknown, never down.
 *
 * @param ledger the book that it reads
 * @param findings the number of open findings of each kind
 * @param shedding whether the guard refuses work
 * @param maxLeaked how many leaked tasks are tolerated, or {@code null} for any number
 */
record TimersHealth(TaskLedger ledger, Supplier<Map<FindingKind, Long>> findings, BooleanSupplier shedding,
		@Nullable Integer maxLeaked) {

	/** Tells the health, or leaves it as it was. */
	void tell(Report report) {
		this.ledger.guarded("tell the health", () -> read(report));
	}

	private void read(Report report) {
		Totals totals = this.ledger.read().totals();
		Map<String, Long> counts = new LinkedHashMap<>();
		this.findings.get().forEach((kind, count) -> counts.put(kind.label(), count));
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("live", totals.live());
		details.put("running", totals.running());
		details.put("leaked", totals.leaked());
		details.put("retained", totals.retained());
		details.put("findings", counts);
		report.is(state(totals), details);
	}

	private State state(Totals totals) {
		if (this.shedding.getAsBoolean()) {
			return State.OUT_OF_SERVICE;
		}
		return (this.maxLeaked != null && totals.leaked() > this.maxLeaked) ? State.DOWN : State.UP;
	}

	/** What the component can be. */
	enum State {

		/** All is well, or tolerated. */
		UP,

		/** More leaked tasks than are tolerated. */
		DOWN,

		/** The guard refuses work. */
		OUT_OF_SERVICE

	}

	/** Takes the health in Spring Boot's own terms. */
	@FunctionalInterface
	interface Report {

		void is(State state, Map<String, Object> details);

	}

}
