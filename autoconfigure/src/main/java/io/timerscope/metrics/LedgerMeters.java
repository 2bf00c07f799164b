package io.timerscope.metrics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.timerscope.CompletedRun;
import io.timerscope.LeakReason;
import io.timerscope.LedgerListener;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.FindingKind;
import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardState;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.pool.DelayedTasks;
import io.timerscope.recent.LastHour;
import io.timerscope.recent.OperatorAction;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one ledger, its findings and its guard in one registry.
 */
final class LedgerMeters implements LedgerListener {

	private final MeterRegistry registry;

	private final TaskLedger ledger;

	private final List<Meter> meters = new ArrayList<>();

	private final Map<String, SchedulerMeters> schedulers = new ConcurrentHashMap<>();

	private final LineRows lines;

	/** Names whose meters are being made. */
	private final Set<String> adding = ConcurrentHashMap.newKeySet();

	private final Consumer<TaskTracker> watcher = this::add;

	LedgerMeters(MeterRegistry registry, TaskLedger ledger, FindingBook findings, @Nullable Guard guard,
			LastHour hour) {
		this.registry = registry;
		this.ledger = ledger;
		this.lines = new LineRows(registry);
		for (FindingKind kind : FindingKind.values()) {
			this.meters
				.add(TimerscopeMeter.FINDINGS.register(registry, findings, (it) -> it.count(kind), kind.label()));
		}
		for (LeakReason reason : LeakReason.values()) {
			this.meters.add(TimerscopeMeter.LEAKS.register(registry, ledger, (it) -> it.leaks(reason), reason.label()));
			this.meters.add(TimerscopeMeter.LEAKS_RECOVERED.register(registry, ledger, (it) -> it.recoveries(reason),
					reason.label()));
		}
		if (guard != null) {
			this.meters.add(TimerscopeMeter.GUARD_STATE.register(registry, guard,
					(it) -> (it.state() == GuardState.SHEDDING) ? 1 : 0));
			this.meters.add(TimerscopeMeter.GUARD_REJECTIONS.register(registry, guard, Guard::rejections));
		}
		if (DelayedTasks.areKnown()) {
			this.meters.add(TimerscopeMeter.COMMON_POOL_DELAYED.register(registry, ForkJoinPool.commonPool(),
					DelayedTasks::in));
		}
		for (OperatorAction action : OperatorAction.values()) {
			this.meters.add(TimerscopeMeter.OPERATOR_ACTIONS.register(registry, hour, (it) -> it.actions(action),
					action.label()));
		}
		this.meters.add(TimerscopeMeter.TRACKING_ERRORS.register(registry, ledger, TaskLedger::trackingErrors));
	}

	MeterRegistry registry() {
		return this.registry;
	}

	void start() {
		this.ledger.schedulers().watch(this.watcher);
		this.ledger.addListener(this);
	}

	/** Shows the lines that a user asked for. */
	void show(LineValues values) {
		this.lines.show(values);
	}

	/**
	 * A scheduler whose pool has terminated leaves, and comes back if it is used again.
	 */
	void follow() {
		Set<String> names = new HashSet<>();
		for (TaskTracker tracker : this.ledger.schedulers().tracked()) {
			if (!isGone(tracker)) {
				names.add(tracker.name());
				add(tracker);
			}
		}
		for (String name : List.copyOf(this.schedulers.keySet())) {
			SchedulerMeters gone = names.contains(name) ? null : this.schedulers.remove(name);
			if (gone != null) {
				gone.remove();
			}
		}
	}

	void stop() {
		this.ledger.removeListener(this);
		this.ledger.schedulers().unwatch(this.watcher);
		this.schedulers.values().forEach(SchedulerMeters::remove);
		this.lines.close();
		this.meters.forEach(this.registry::remove);
	}

	@Override
	public void ran(String scheduler, String schedule, CompletedRun run) {
		SchedulerMeters meters = this.schedulers.get(scheduler);
		if (meters != null) {
			meters.ran(schedule, run);
		}
	}

	@Override
	public void ranUntimed(String scheduler, String schedule, long runs, long durationNanos) {
		SchedulerMeters meters = this.schedulers.get(scheduler);
		if (meters != null) {
			meters.ranUntimed(schedule, runs, durationNanos);
		}
	}

	/** The registry may lead to the user's code, and that back to here. */
	private void add(TaskTracker tracker) {
		String name = tracker.name();
		if (this.schedulers.containsKey(name) || !this.adding.add(name)) {
			return;
		}
		try {
			if (!this.schedulers.containsKey(name)) {
				this.schedulers.put(name, new SchedulerMeters(this.registry, tracker));
			}
		}
		finally {
			this.adding.remove(name);
		}
	}

	private static boolean isGone(TaskTracker tracker) {
		return tracker.pool().isTerminated() && tracker.totals().live() == 0;
	}

}
