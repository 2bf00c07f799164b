package io.timerscope.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/** Holds one sample after the other against the limits. Written by the clock. */
final class Breach {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final GuardLimits limits;

	/** Oldest first; the first one may be older than a minute, the second is not. */
	private final Deque<Point> lastMinute = new ArrayDeque<>();

	Breach(GuardLimits limits) {
		this.limits = limits;
	}

	/** Returns what is breached, or {@code null}. */
	@Nullable String of(GuardSample sample, boolean started) {
		long live = sample.total();
		long growth = growth(new Point(sample.time(), live), started);
		if (live > this.limits.maxLive()) {
			return live + " tasks are live, the limit is " + this.limits.maxLive() + " (timerscope.guard.max-live)";
		}
		if (growth > this.limits.maxGrowthPerMinute()) {
			return "live tasks grew by " + growth + " within a minute, the limit is " + this.limits.maxGrowthPerMinute()
					+ " (timerscope.guard.max-growth-per-minute)";
		}
		if (sample.heapUsed() > this.limits.maxHeapUsed()) {
			return percent(sample.heapUsed()) + " of the heap is in use after a collection, the limit is "
					+ percent(this.limits.maxHeapUsed()) + " (timerscope.guard.max-heap-used)";
		}
		return ofSite(sample);
	}

	private @Nullable String ofSite(GuardSample sample) {
		for (Map.Entry<Site, Long> entry : sample.live().entrySet()) {
			long limit = this.limits.maxLiveOfSite().applyAsLong(entry.getKey());
			if (entry.getValue() > limit) {
				return entry.getValue() + " tasks of " + entry.getKey() + " are live, the limit of the site is " + limit
						+ " (timerscope.rules[].max-live)";
			}
		}
		return null;
	}

	/** What a slow start schedules is no growth; a clock that is set back starts anew. */
	private long growth(Point now, boolean started) {
		Point last = this.lastMinute.peekLast();
		if (!started || (last != null && now.time().isBefore(last.time()))) {
			this.lastMinute.clear();
		}
		Instant minuteAgo = now.time().minus(MINUTE);
		Point first = this.lastMinute.pollFirst();
		while (first != null && !this.lastMinute.isEmpty() && !this.lastMinute.getFirst().time().isAfter(minuteAgo)) {
			first = this.lastMinute.pollFirst();
		}
		if (first != null) {
			this.lastMinute.addFirst(first);
		}
		this.lastMinute.addLast(now);
		if (first == null) {
			return 0;
		}
		long millis = Math.max(MINUTE.toMillis(), Duration.between(first.time(), now.time()).toMillis());
		return (now.live() - first.live()) * MINUTE.toMillis() / millis;
	}

	private static String percent(double share) {
		return Math.round(share * 100) + " %";
	}

	private record Point(Instant time, long live) {
	}

}
