package io.timerscope.actuate;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.timerscope.finding.FindingKind;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * The health component {@code timers} on Spring Boot 4.
 *
 * @since 0.1.0
 */
public class TimersHealthIndicator extends AbstractHealthIndicator {

	private final TimersHealth health;

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
		this.health = new TimersHealth(ledger, findings, shedding, maxLeaked);
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.unknown();
		this.health.tell((state, details) -> builder.status(state.name()).withDetails(details));
	}

}
