package io.timerscope.metrics;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.timerscope.CompletedRun;
import io.timerscope.OwnerKind;
import io.timerscope.RunOutcome;
import io.timerscope.TaskState;
import io.timerscope.Totals;
import io.timerscope.ledger.TaskTracker;

/**
 * The meters of one scheduler in one registry. Written by the threads that run tasks,
 * read by whoever scrapes; a reading adds up the scheduler's sites and never walks its
 * tasks.
 */
final class SchedulerMeters {

	private final MeterRegistry registry;

	private final TaskTracker tracker;

	private final List<Meter> meters = new CopyOnWriteArrayList<>();

	private final Timer lateness;

	/** By kind of schedule. */
	private final Map<String, RunTimers> runs = new ConcurrentHashMap<>();

	SchedulerMeters(MeterRegistry registry, TaskTracker tracker) {
		this.registry = registry;
		this.tracker = tracker;
		for (OwnerKind owner : OwnerKind.values()) {
			read(TimerscopeMeter.TASKS_LIVE, (it) -> it.totals(owner).live(), owner.label());
			read(TimerscopeMeter.TASKS_LEAKED, (it) -> it.totals(owner).leaked(), owner.label());
		}
		read(TimerscopeMeter.TASKS_RUNNING, (it) -> it.totals().running());
		read(TimerscopeMeter.TASKS_RETAINED, (it) -> it.totals().retained());
		read(TimerscopeMeter.TASKS_SCHEDULED, (it) -> it.totals().scheduled());
		for (TaskState state : TaskState.values()) {
			if (!state.isLive()) {
				read(TimerscopeMeter.TASKS_ENDED, (it) -> ended(it.totals(), state), state.label());
			}
		}
		this.lateness = keep(TimerscopeMeter.RUN_LATENESS.timer(registry, tracker.name()));
	}

	void ran(String schedule, CompletedRun run) {
		this.lateness.record(run.latenessNanos(), TimeUnit.NANOSECONDS);
		timersOf(schedule).of(run.outcome()).record(run.durationNanos(), TimeUnit.NANOSECONDS);
	}

	/** A timer takes one run at a time; on the clock's thread this delays nobody. */
	void ranUntimed(String schedule, long runs, long durationNanos) {
		Timer success = timersOf(schedule).success();
		for (long run = 0; run < runs; run++) {
			success.record(durationNanos, TimeUnit.NANOSECONDS);
		}
	}

	void remove() {
		this.meters.forEach(this.registry::remove);
	}

	private RunTimers timersOf(String schedule) {
		RunTimers timers = this.runs.get(schedule);
		if (timers == null) {
			this.runs.putIfAbsent(schedule, timers(schedule));
			timers = this.runs.get(schedule);
		}
		return Objects.requireNonNull(timers);
	}

	private RunTimers timers(String schedule) {
		return new RunTimers(timer(schedule, RunOutcome.SUCCESS), timer(schedule, RunOutcome.FAILURE),
				timer(schedule, RunOutcome.CANCELLED));
	}

	private Timer timer(String schedule, RunOutcome outcome) {
		return keep(TimerscopeMeter.RUNS.timer(this.registry, this.tracker.name(), schedule, outcome.label()));
	}

	private void read(TimerscopeMeter meter, ToDoubleFunction<TaskTracker> value) {
		keep(meter.register(this.registry, this.tracker, value, this.tracker.name()));
	}

	private void read(TimerscopeMeter meter, ToDoubleFunction<TaskTracker> value, String tag) {
		keep(meter.register(this.registry, this.tracker, value, this.tracker.name(), tag));
	}

	private <M extends Meter> M keep(M meter) {
		this.meters.add(meter);
		return meter;
	}

	private static long ended(Totals totals, TaskState state) {
		return switch (state) {
			case COMPLETED -> totals.completed();
			case FAILED -> totals.failed();
			case CANCELLED -> totals.cancelled();
			case REJECTED -> totals.rejected();
			case LOST -> totals.lost();
			case WAITING, RUNNING -> throw new IllegalArgumentException(state + " is no end");
		};
	}

	/**
	 * The timers of one kind of schedule.
	 *
	 * @param success runs that returned
	 * @param failure runs that threw
	 * @param cancelled runs that were interrupted by their cancel
	 */
	private record RunTimers(Timer success, Timer failure, Timer cancelled) {

		Timer of(RunOutcome outcome) {
			return switch (outcome) {
				case SUCCESS -> this.success;
				case FAILURE -> this.failure;
				case CANCELLED -> this.cancelled;
			};
		}

	}

}
