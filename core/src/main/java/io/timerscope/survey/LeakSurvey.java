package io.timerscope.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.timerscope.LeakReason;
import io.timerscope.Site;
import io.timerscope.Witness;
import io.timerscope.leak.CapturedFields;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.SiteCounts;
import io.timerscope.record.SiteOwners;
import io.timerscope.record.TaskOwner;
import io.timerscope.record.TaskRecord;
import io.timerscope.snapshot.LeakGroup;
import io.timerscope.snapshot.OutlivedTasks;
import org.jspecify.annotations.Nullable;

/** One walk over the live tasks that groups the leaks and what outlived its owner. */
final class LeakSurvey {

	private final LedgerClock clock;

	private final CapturedFields fields;

	private final Predicate<Site> isMeantToLive;

	private final long nowNanos;

	private final Map<Key, Group> groups = new LinkedHashMap<>();

	/**
	 * Begins a survey.
	 * @param isMeantToLive whether the user said that tasks of a site go on on purpose
	 */
	LeakSurvey(LedgerClock clock, CapturedFields fields, Predicate<Site> isMeantToLive) {
		this.clock = clock;
		this.fields = fields;
		this.isMeantToLive = isMeantToLive;
		this.nowNanos = clock.nanos();
	}

	OutlivedTasks walk(LiveTasks live) {
		live.forEachAfter(0, (task) -> {
			TaskRecord.LeakedSince leaked = task.leakedSince();
			if (task.isLive() && (leaked != null || task.isOutlived())) {
				Key key = new Key((leaked == null) ? null : leaked.reason(), task.counts());
				this.groups.computeIfAbsent(key, (it) -> new Group(this.clock, this.fields, this.nowNanos))
					.add(task, leaked);
			}
			return true;
		});
		List<LeakGroup> leaks = new ArrayList<>();
		List<OutlivedTasks.Outliving> outliving = new ArrayList<>();
		this.groups.forEach((key, group) -> {
			if (key.reason() != null) {
				leaks.add(group.leaks(key.reason(), key.counts()));
			}
			else if (!this.isMeantToLive.test(key.counts().site)) {
				outliving.add(group.outliving(key.counts()));
			}
		});
		return new OutlivedTasks(leaks, outliving);
	}

	/** A site counts once per scheduler; a reason implies the kind of owner. */
	private record Key(@Nullable LeakReason reason, SiteCounts counts) {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Key key && this.reason == key.reason && this.counts.site == key.counts.site
					&& this.counts.scheduler == key.counts.scheduler
					&& (this.reason != null || this.counts.ownerKind == key.counts.ownerKind);
		}

		@Override
		public int hashCode() {
			return 31 * ((this.reason == null) ? 0 : this.reason.hashCode()) + 17 * this.counts.site.hashCode()
					+ this.counts.scheduler.hashCode();
		}

	}

	private static final class Group {

		private final LedgerClock clock;

		private final TaskGroupBuilder tasks;

		private final long nowNanos;

		private @Nullable Witness witness;

		private @Nullable String ended;

		private long sinceNanos;

		private SiteOwners.Share share = SiteOwners.Share.NONE;

		Group(LedgerClock clock, CapturedFields fields, long nowNanos) {
			this.clock = clock;
			this.nowNanos = nowNanos;
			this.tasks = new TaskGroupBuilder(fields, nowNanos);
		}

		void add(TaskRecord task, TaskRecord.@Nullable LeakedSince leaked) {
			this.tasks.add(task);
			TaskOwner.Ended end = task.owner().ended();
			long since = (leaked != null) ? leaked.nanos() : (end != null) ? end.nanos() : this.nowNanos;
			this.sinceNanos = Math.max(this.sinceNanos, this.nowNanos - since);
			if (leaked != null && (this.witness == null || leaked.witness().isStrongerThan(this.witness))) {
				this.witness = leaked.witness();
				this.ended = leaked.ended();
			}
			SiteOwners owners = task.counts().knownOwners();
			if (owners != null && owners.isPiling()) {
				this.share = owners.share();
			}
		}

		LeakGroup leaks(LeakReason reason, SiteCounts counts) {
			Witness witness = (this.witness == null) ? Witness.OWNER_GONE : this.witness;
			return new LeakGroup(reason, witness, this.tasks.build(counts), this.clock.instantOf(sinceNanos()),
					this.ended, this.share.left(), this.share.ended());
		}

		OutlivedTasks.Outliving outliving(SiteCounts counts) {
			return new OutlivedTasks.Outliving(this.tasks.build(counts), this.clock.instantOf(sinceNanos()));
		}

		private long sinceNanos() {
			return this.nowNanos - this.sinceNanos;
		}

	}

}
