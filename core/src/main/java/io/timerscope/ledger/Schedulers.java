package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

import io.timerscope.Totals;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import io.timerscope.record.RunRecorder;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.TrackingErrors;

/**
 * The register of schedulers: those that are tracked, and those that are left alone and
 * why. Schedulers of one name, such as the instances of a prototype, share one tracker. A
 * tracker leaves once all its schedulers were garbage collected; only its counts stay.
 *
 * @since 0.1.0
 */
public final class Schedulers {

	/** Names can be any number, such as one per tenant. */
	private static final int LEFT_ALONE = 10_000;

	private final Function<SchedulerRecord, TaskTracker> trackerOf;

	private final RunRecorder runs;

	private final TrackingErrors errors;

	/** Changed under the lock of this, so that no count is missed or told twice. */
	private final Map<String, TaskTracker> tracked = new ConcurrentSkipListMap<>();

	private final Map<String, Untracked> untracked = new ConcurrentSkipListMap<>();

	private final List<Consumer<TaskTracker>> watchers = new CopyOnWriteArrayList<>();

	/** Of the trackers that have left; guarded by this. */
	private Totals past = Totals.ZERO;

	/**
	 * An empty register.
	 * @param trackerOf makes what decorators call in place of a scheduler
	 */
	Schedulers(RunRecorder runs, Function<SchedulerRecord, TaskTracker> trackerOf) {
		this.runs = runs;
		this.errors = runs.writer().errors();
		this.trackerOf = trackerOf;
	}

	/**
	 * Starts to track a scheduler, or goes on with one of the same name.
	 * @param name what people call it, for a bean the bean name
	 * @param type the user's class, never a proxy's
	 * @param traits how it behaves
	 * @param pool what can be read of it
	 * @return the tracker, the same one for the same name
	 */
	public TaskTracker track(String name, String type, SchedulerTraits traits, PoolView pool) {
		this.untracked.remove(name);
		TaskTracker made = this.trackerOf.apply(new SchedulerRecord(name, type, traits, this.runs));
		TaskTracker before;
		synchronized (this) {
			before = this.tracked.putIfAbsent(name, made);
			((before != null) ? before : made).scheduler().pool().add(pool);
		}
		if (before != null) {
			before.scheduler().pool().tidy();
			return before;
		}
		this.watchers.forEach((watcher) -> tell(watcher, made));
		return made;
	}

	/** Forgets the trackers whose schedulers nobody can use any more. */
	void forgetGone() {
		for (TaskTracker tracker : this.tracked.values()) {
			if (tracker.scheduler().isGone()) {
				forget(tracker);
			}
		}
	}

	private synchronized void forget(TaskTracker tracker) {
		if (tracker.scheduler().isGone() && this.tracked.remove(tracker.name(), tracker)) {
			this.past = this.past.plus(tracker.totals());
		}
	}

	/** The records of the schedulers that are tracked now. */
	List<SchedulerRecord> records() {
		return this.tracked.values().stream().map(TaskTracker::scheduler).toList();
	}

	/** The schedulers, and the counts of those that have left, at one instant. */
	synchronized Census census() {
		return new Census(records(), this.past);
	}

	/**
	 * Notes a scheduler that is left alone.
	 * @param name what people call it
	 * @param type the user's class, never a proxy's
	 * @param reason why, as a sentence that users read
	 */
	public void leaveAlone(String name, String type, String reason) {
		boolean room = this.untracked.size() < LEFT_ALONE || this.untracked.containsKey(name);
		if (room && !this.tracked.containsKey(name)) {
			this.untracked.put(name, new Untracked(name, type, reason));
		}
	}

	/**
	 * The trackers.
	 * @return a live view, ordered by name
	 */
	public Collection<TaskTracker> tracked() {
		return this.tracked.values();
	}

	/**
	 * The schedulers that are left alone.
	 * @return a copy, ordered by name
	 */
	public List<Untracked> untracked() {
		return new ArrayList<>(this.untracked.values());
	}

	/**
	 * Hears of every tracker, those that exist and those to come.
	 * @param watcher called at once for existing trackers, later on the thread that makes
	 * a new one; may hear of one twice when both happen at the same time, and what it
	 * throws is counted as a tracking error
	 */
	public void watch(Consumer<TaskTracker> watcher) {
		this.watchers.add(watcher);
		this.tracked.values().forEach((tracker) -> tell(watcher, tracker));
	}

	/**
	 * Stops telling a watcher.
	 * @param watcher hears of nothing more
	 */
	public void unwatch(Consumer<TaskTracker> watcher) {
		this.watchers.remove(watcher);
	}

	private void tell(Consumer<TaskTracker> watcher, TaskTracker tracker) {
		this.errors.guarded("tell of a scheduler", () -> watcher.accept(tracker));
	}

	void sample() {
		this.tracked.values().forEach((tracker) -> this.errors.guarded("sample a queue", tracker.scheduler()::sample));
	}

	/**
	 * All that was ever tracked.
	 *
	 * @param schedulers those that are tracked now
	 * @param past the counts of the others
	 */
	record Census(List<SchedulerRecord> schedulers, Totals past) {
	}

	/**
	 * A scheduler that is left alone.
	 *
	 * @param name what people call it
	 * @param type the user's class
	 * @param reason why it is left alone
	 */
	public record Untracked(String name, String type, String reason) {
	}

}
