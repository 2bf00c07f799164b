package io.timerscope;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** One walk over the live tasks that groups the leaks among them. */
final class LeakSurvey {

	private static final int NAMES = 3;

	private final TaskLedger ledger;

	private final long nowNanos;

	private final Map<Key, Group> groups = new LinkedHashMap<>();

	LeakSurvey(TaskLedger ledger) {
		this.ledger = ledger;
		this.nowNanos = ledger.time().nanos();
	}

	List<LeakGroup> walk() {
		this.ledger.live().forEachAfter(0, (task) -> {
			LiveTask.LeakedSince leaked = task.leakedSince();
			if (leaked != null && task.isLive()) {
				add(task, leaked);
			}
			return true;
		});
		List<LeakGroup> list = new ArrayList<>(this.groups.size());
		this.groups.forEach((key,
				group) -> list.add(new LeakGroup(key.reason(), key.line().site, key.line().tracker.name(), group.count,
						this.ledger.instantOf(this.nowNanos - group.leakedNanos), Duration.ofNanos(group.ageNanos),
						group.owners, group.moreOwners)));
		return list;
	}

	private void add(LiveTask task, LiveTask.LeakedSince leaked) {
		Group group = this.groups.computeIfAbsent(new Key(leaked.reason(), task.line()), (key) -> new Group());
		Owner.Ended ended = task.owner().ended();
		long began = (leaked.reason() == LeakReason.ABANDONED || ended == null) ? task.createdNanos() : ended.nanos();
		group.count++;
		group.leakedNanos = Math.max(group.leakedNanos, this.nowNanos - leaked.nanos());
		group.ageNanos = Math.max(group.ageNanos, this.nowNanos - began);
		group.owner(task.owner().name());
	}

	/** A site counts once per scheduler; a reason implies the kind of owner. */
	private record Key(LeakReason reason, Line line) {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Key key && this.reason == key.reason && this.line.site == key.line.site
					&& this.line.tracker == key.line.tracker;
		}

		@Override
		public int hashCode() {
			return 31 * this.reason.hashCode() + 17 * this.line.site.hashCode() + this.line.tracker.hashCode();
		}

	}

	private static final class Group {

		private final List<String> owners = new ArrayList<>(NAMES);

		private boolean moreOwners;

		private long count;

		private long leakedNanos;

		private long ageNanos;

		private void owner(String name) {
			if (this.moreOwners || this.owners.contains(name)) {
				return;
			}
			if (this.owners.size() < NAMES) {
				this.owners.add(name);
			}
			else {
				this.moreOwners = true;
			}
		}

	}

}
