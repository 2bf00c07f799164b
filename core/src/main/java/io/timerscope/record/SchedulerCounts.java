package io.timerscope.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.Totals;
import io.timerscope.snapshot.SiteCountsSnapshot;

/**
 * The sites of one scheduler, and their sums. A reading takes into account what has
 * changed since the last one. Readers wait for one another and never for writers.
 */
public final class SchedulerCounts {

	private final SchedulerRecord scheduler;

	private final LiveTasks live;

	private final ConcurrentMap<Site, ConcurrentMap<OwnerKind, SiteCounts>> bySite = new ConcurrentHashMap<>();

	private final Queue<SiteCounts> changed = new ConcurrentLinkedQueue<>();

	/** By kind of owner; guarded by this. */
	private final Map<OwnerKind, Totals> sums = new EnumMap<>(OwnerKind.class);

	/** Guarded by this. */
	private Totals sum = Totals.ZERO;

	SchedulerCounts(SchedulerRecord scheduler, LiveTasks live) {
		this.scheduler = scheduler;
		this.live = live;
	}

	public SiteCounts of(Site site, OwnerKind kind) {
		ConcurrentMap<OwnerKind, SiteCounts> kinds = this.bySite.get(site);
		if (kinds == null) {
			kinds = this.bySite.computeIfAbsent(site, (key) -> new ConcurrentHashMap<>(2));
		}
		SiteCounts counts = kinds.get(kind);
		return (counts != null) ? counts : kinds.computeIfAbsent(kind,
				(key) -> new SiteCounts(this, this.scheduler, site, kind, this.live.nextId()));
	}

	/**
	 * The counts of a site by kind of owner, where tasks were live at the last reading.
	 */
	public synchronized List<SiteCounts> livingOf(Site site) {
		ConcurrentMap<OwnerKind, SiteCounts> kinds = this.bySite.get(site);
		return (kinds == null) ? List.of()
				: kinds.values().stream().filter((counts) -> counts.counted().live() > 0).toList();
	}

	void changed(SiteCounts counts) {
		this.changed.add(counts);
	}

	void forEach(Consumer<SiteCounts> action) {
		for (ConcurrentMap<OwnerKind, SiteCounts> kinds : this.bySite.values()) {
			kinds.values().forEach(action);
		}
	}

	public synchronized Totals totals() {
		catchUp();
		return this.sum;
	}

	public synchronized Totals totals(OwnerKind kind) {
		catchUp();
		return this.sums.getOrDefault(kind, Totals.ZERO);
	}

	public synchronized Totals totals(SiteCounts counts) {
		catchUp();
		return counts.counted();
	}

	/** Each site as one consistent reading, in no order. */
	public synchronized List<SiteCountsSnapshot> snapshots() {
		catchUp();
		List<SiteCountsSnapshot> snapshots = new ArrayList<>();
		forEach((counts) -> snapshots
			.add(new SiteCountsSnapshot(this.scheduler.name(), counts.site, counts.ownerKind, counts.counted())));
		return snapshots;
	}

	/** Reads every site anew, whether it has announced a change or not. */
	synchronized void recount() {
		this.changed.clear();
		forEach(this::count);
	}

	private void catchUp() {
		for (SiteCounts counts = this.changed.poll(); counts != null; counts = this.changed.poll()) {
			count(counts);
		}
	}

	private void count(SiteCounts counts) {
		Totals before = counts.counted();
		Totals now = counts.read();
		Totals change = now.minus(before);
		counts.counted(now);
		this.sum = this.sum.plus(change);
		this.sums.merge(counts.ownerKind, change, Totals::plus);
	}

}
