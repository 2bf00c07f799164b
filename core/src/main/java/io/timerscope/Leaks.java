package io.timerscope;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Decides which live tasks are leaks: those that go on although their owner ended and the
 * grace period is over.
 */
final class Leaks {

	private final TimeSource time;

	private final LiveTasks live;

	private final Pauses pauses;

	private final HandleWatch handles;

	private final TrackingPolicy policy;

	private final Listeners listeners;

	private final LeakWatch watch = new LeakWatch();

	private final Map<LeakReason, LongAdder> found = new EnumMap<>(LeakReason.class);

	private final Map<LeakReason, LongAdder> recovered = new EnumMap<>(LeakReason.class);

	private final Map<OwnerKind, LongAdder> cancelled = new EnumMap<>(OwnerKind.class);

	Leaks(TaskLedger ledger, TrackingPolicy policy) {
		this.time = ledger.time();
		this.live = ledger.live();
		this.pauses = ledger.pauses();
		this.handles = ledger.handles();
		this.listeners = ledger.listeners();
		this.policy = policy;
		for (LeakReason reason : LeakReason.values()) {
			this.found.put(reason, new LongAdder());
			this.recovered.put(reason, new LongAdder());
		}
		for (OwnerKind kind : OwnerKind.values()) {
			this.cancelled.put(kind, new LongAdder());
		}
	}

	void ownerEnded(Owner owner, LedgerWriter writer) {
		Owner.Ended end = owner.ended();
		if (end == null) {
			return;
		}
		for (LiveTask member : owner.liveMembers()) {
			outlives(member, end, writer);
		}
		if (!owner.kind().isShortLived()) {
			this.live.forEachAfter(0, (task) -> {
				if (task.owner() == owner) {
					outlives(task, end, writer);
				}
				return true;
			});
		}
	}

	void outlives(LiveTask task, Owner.Ended end, LedgerWriter writer) {
		OwnerKind kind = task.owner().kind();
		Site site = task.line().site;
		if (kind == OwnerKind.APPLICATION || !end.accuses() || site.livesWithApplication()
				|| this.policy.ignores(site)) {
			return;
		}
		if (this.policy.cancelsOnOwnerEnd(kind, site) && writer.cancel(task)) {
			count(this.cancelled, kind);
		}
		else if (task.isLive()) {
			long graceEnds = end.nanos() + Nanos.of(this.policy.grace(kind, site));
			this.watch.add(new LeakWatch.Entry(task, end, graceEnds, graceEnds));
		}
	}

	void judge(LedgerReader reader) {
		long now = this.time.nanos();
		for (LeakWatch.Entry entry : this.watch.due(now)) {
			LiveTask task = entry.task();
			LeakReason reason = task.owner().kind().outlived();
			long due = entry.graceEndsNanos() + this.pauses.during(entry.ended().nanos(), now);
			if (reason == null || task.owner().ended() != entry.ended()) {
				continue;
			}
			if (due - now > 0) {
				this.watch.add(entry.until(due));
			}
			else {
				leaked(task, reason, due, reader);
			}
		}
		for (LiveTask task : this.handles.abandoned()) {
			leaked(task, LeakReason.ABANDONED, now, reader);
		}
	}

	private void leaked(LiveTask task, LeakReason reason, long sinceNanos, LedgerReader reader) {
		if (task.leaks(reason, sinceNanos)) {
			task.line().leaked();
			count(this.found, reason);
			if (!this.listeners.isEmpty()) {
				this.listeners.tell((listener) -> listener.leaked(reader.snapshot(task)));
			}
		}
	}

	void recovered(LiveTask task, LeakReason reason, LedgerReader reader) {
		task.line().recovered();
		count(this.recovered, reason);
		if (!this.listeners.isEmpty()) {
			this.listeners.tell((listener) -> listener.recovered(reader.snapshot(task)));
		}
	}

	long found(LeakReason reason) {
		return sum(this.found, reason);
	}

	long recovered(LeakReason reason) {
		return sum(this.recovered, reason);
	}

	long cancelled(OwnerKind kind) {
		return sum(this.cancelled, kind);
	}

	private static <K> void count(Map<K, LongAdder> counts, K key) {
		LongAdder adder = counts.get(key);
		if (adder != null) {
			adder.increment();
		}
	}

	private static <K> long sum(Map<K, LongAdder> counts, K key) {
		LongAdder adder = counts.get(key);
		return (adder != null) ? adder.sum() : 0;
	}

}
