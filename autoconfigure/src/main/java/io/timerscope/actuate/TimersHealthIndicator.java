package io.timerscope.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.timerscope.TaskLedger;
import io.timerscope.Totals;
import io.timerscope.finding.FindingKind;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * The health component {@code timers}. Reads counts only, so it costs the same with a
 * million live tasks. If they cannot be read the application is no worse for it: the
 * component is then unknown, never down.
 *
 * @since 0.1.0
 */
public class TimersHealthIndicator extends AbstractHealthIndicator {

	private final TaskLedger ledger;

	private final Supplier<Map<FindingKind, Long>> findings;

	private final BooleanSupplier shedding;

	private final @Nullable Integer maxLeaked;

	/**
	 * Makes the indicator.
	 * @param ledger the book that it reads
	 * @param findings the number of open findings of each kind
	 * @param shedding whether the guard refuses work
	 * @param maxLeaked how many leaked tasks are tolerated, or {@code null} for any
	 * number
	 */
	public TimersHealthIndicator(TaskLedger ledger, Supplier<Map<FindingKind, Long>> findings, BooleanSupplier shedding,
			@Nullable Integer maxLeaked) {
		super("The timers could not be read");
		this.ledger = ledger;
		this.findings = findings;
		this.shedding = shedding;
		this.maxLeaked = maxLeaked;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.unknown();
		this.ledger.guarded("tell the health", () -> tell(builder));
	}

	private void tell(Health.Builder builder) {
		Totals totals = this.ledger.read().totals();
		Map<String, Long> findings = findings();
		if (this.shedding.getAsBoolean()) {
			builder.outOfService();
		}
		else if (this.maxLeaked != null && totals.leaked() > this.maxLeaked) {
			builder.down();
		}
		else {
			builder.up();
		}
		builder.withDetail("live", totals.live())
			.withDetail("running", totals.running())
			.withDetail("leaked", totals.leaked())
			.withDetail("retained", totals.retained())
			.withDetail("findings", findings);
	}

	private Map<String, Long> findings() {
		Map<String, Long> counts = new LinkedHashMap<>();
		this.findings.get().forEach((kind, count) -> counts.put(kind.label(), count));
		return counts;
	}

}
