package io.timerscope.survey;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.timerscope.LeakReason;
import io.timerscope.record.SiteCounts;
import io.timerscope.record.TaskRecord;
import io.timerscope.snapshot.LiveGroup;
import org.jspecify.annotations.Nullable;

/**
 * Groups live tasks in one walk, without a snapshot of each.
 */
final class LiveGroups implements Predicate<TaskRecord> {

	/** Names of scopes can be as many as the tasks. */
	private static final int NAMES = 1_000;

	private static final long NANOS_PER_SECOND = 1_000_000_000;

	private final long nowNanos;

	private final Map<Key, Sum> sums = new HashMap<>();

	LiveGroups(long nowNanos) {
		this.nowNanos = nowNanos;
	}

	@Override
	public boolean test(TaskRecord task) {
		if (task.isAccepted()) {
			sum(task).add(Math.max(0, this.nowNanos - task.createdNanos()));
		}
		return true;
	}

	private Sum sum(TaskRecord task) {
		Key named = new Key(task.counts(), task.owner().name(), task.isOutlived(), task.leak());
		Sum sum = this.sums.get(named);
		if (sum != null) {
			return sum;
		}
		Key key = (this.sums.size() < NAMES) ? named : new Key(task.counts(), null, named.outlived(), named.leak());
		return this.sums.computeIfAbsent(key, (it) -> new Sum());
	}

	/** Leaks first, then what outlived its owner, then the largest. */
	List<LiveGroup> list() {
		return this.sums.entrySet()
			.stream()
			.map((entry) -> entry.getKey().group(entry.getValue()))
			.sorted(Comparator.comparing((LiveGroup it) -> it.leak() == null)
				.thenComparing((it) -> !it.outlived())
				.thenComparing(Comparator.comparingLong(LiveGroup::count).reversed())
				.thenComparing((it) -> it.site().toString())
				.thenComparing(LiveGroup::scheduler)
				.thenComparing(LiveGroup::ownerName, Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
	}

	private record Key(SiteCounts counts, @Nullable String ownerName, boolean outlived, @Nullable LeakReason leak) {

		LiveGroup group(Sum sum) {
			return new LiveGroup(this.counts.site, this.counts.scheduler.name(), this.counts.ownerKind, this.ownerName,
					this.outlived, this.leak, sum.count, sum.totalAge(), Duration.ofNanos(sum.oldestNanos));
		}

	}

	private static final class Sum {

		private long count;

		private long totalSeconds;

		private long totalNanos;

		private long oldestNanos;

		void add(long ageNanos) {
			this.count++;
			this.totalSeconds += ageNanos / NANOS_PER_SECOND;
			this.totalNanos += ageNanos % NANOS_PER_SECOND;
			this.oldestNanos = Math.max(this.oldestNanos, ageNanos);
		}

		/**
		 * The nanoseconds of a million tasks that are years old do not fit one number.
		 */
		Duration totalAge() {
			return Duration.ofSeconds(this.totalSeconds, this.totalNanos);
		}

	}

}
