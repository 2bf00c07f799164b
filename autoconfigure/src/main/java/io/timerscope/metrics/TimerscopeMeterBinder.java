package io.timerscope.metrics;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.timerscope.TickListener;
import io.timerscope.finding.FindingBook;
import io.timerscope.guard.Guard;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.recent.LastHour;
import org.jspecify.annotations.Nullable;

/**
 * Shows the ledger as meters, in every registry that it is bound to and whenever that is.
 * A scheduler's meters come and go with it; all leave when the binder is closed. Bound,
 * ticked and closed by any thread.
 *
 * @since 0.1.0
 */
public final class TimerscopeMeterBinder implements MeterBinder, TickListener, AutoCloseable {

	private final TaskLedger ledger;

	private final FindingBook findings;

	private final @Nullable Guard guard;

	private final LastHour hour;

	private final int sites;

	private final boolean jobs;

	private final Set<MeterRegistry> registries = ConcurrentHashMap.newKeySet();

	private final List<LedgerMeters> bound = new CopyOnWriteArrayList<>();

	/**
	 * Creates a binder that is bound to nothing yet.
	 * @param ledger what is shown
	 * @param findings what is wrong with it
	 * @param guard what refuses tasks, or {@code null} where nothing does
	 * @param hour where operators' actions are counted
	 * @param sites how many of the worst leaking lines are shown at most, by at most
	 * twice as many series; zero for none
	 * @param jobs whether the age of each job's last success is shown
	 */
	public TimerscopeMeterBinder(TaskLedger ledger, FindingBook findings, @Nullable Guard guard, LastHour hour,
			int sites, boolean jobs) {
		this.ledger = ledger;
		this.findings = findings;
		this.guard = guard;
		this.hour = hour;
		this.sites = sites;
		this.jobs = jobs;
	}

	/** A registry that refuses our meters keeps the application from nothing. */
	@Override
	public void bindTo(MeterRegistry registry) {
		this.ledger.guarded("bind the meters", () -> bind(registry));
	}

	/** The registry may lead to the user's code, so no lock is held. */
	private void bind(MeterRegistry registry) {
		if (this.registries.add(registry)) {
			LedgerMeters meters = new LedgerMeters(registry, this.ledger, this.findings, this.guard, this.hour);
			this.bound.add(meters);
			meters.start();
		}
	}

	@Override
	public void tick() {
		this.bound.forEach((meters) -> this.ledger.guarded("follow the schedulers", meters::follow));
		if ((this.sites > 0 || this.jobs) && !this.bound.isEmpty()) {
			this.ledger.guarded("show the lines", () -> {
				LineValues values = LineValues.of(this.ledger.read(), this.sites, this.jobs);
				this.bound.forEach((meters) -> this.ledger.guarded("show the lines", () -> meters.show(values)));
			});
		}
	}

	@Override
	public void close() {
		for (LedgerMeters meters : List.copyOf(this.bound)) {
			if (this.bound.remove(meters)) {
				this.registries.remove(meters.registry());
				this.ledger.guarded("remove the meters", meters::stop);
			}
		}
	}

}
