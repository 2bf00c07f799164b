package io.timerscope;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * The lines of one scheduler, and their sums. A reading takes into account what has
 * changed since the last one. Readers wait for one another and never for writers.
 */
final class Lines {

	private final SchedulerRecord scheduler;

	private final LiveTasks live;

	private final ConcurrentMap<Site, ConcurrentMap<OwnerKind, Line>> lines = new ConcurrentHashMap<>();

	private final Queue<Line> changed = new ConcurrentLinkedQueue<>();

	/** By kind of owner; guarded by this. */
	private final Map<OwnerKind, Totals> sums = new EnumMap<>(OwnerKind.class);

	/** Guarded by this. */
	private Totals sum = Totals.ZERO;

	Lines(SchedulerRecord scheduler, LiveTasks live) {
		this.scheduler = scheduler;
		this.live = live;
	}

	Line of(Site site, OwnerKind kind) {
		ConcurrentMap<OwnerKind, Line> kinds = this.lines.get(site);
		if (kinds == null) {
			kinds = this.lines.computeIfAbsent(site, (key) -> new ConcurrentHashMap<>(2));
		}
		Line line = kinds.get(kind);
		return (line != null) ? line
				: kinds.computeIfAbsent(kind, (key) -> new Line(this, this.scheduler, site, kind, this.live.nextId()));
	}

	/** The lines of a site that have live tasks, as last counted. */
	synchronized List<Line> livingOf(Site site) {
		ConcurrentMap<OwnerKind, Line> kinds = this.lines.get(site);
		return (kinds == null) ? List.of()
				: kinds.values().stream().filter((line) -> line.counted().live() > 0).toList();
	}

	void changed(Line line) {
		this.changed.add(line);
	}

	void forEach(Consumer<Line> action) {
		for (ConcurrentMap<OwnerKind, Line> kinds : this.lines.values()) {
			kinds.values().forEach(action);
		}
	}

	synchronized Totals totals() {
		catchUp();
		return this.sum;
	}

	synchronized Totals totals(OwnerKind kind) {
		catchUp();
		return this.sums.getOrDefault(kind, Totals.ZERO);
	}

	synchronized Totals totals(Line line) {
		catchUp();
		return line.counted();
	}

	/** Each line as one consistent reading, in no order. */
	synchronized List<LineSnapshot> snapshots() {
		catchUp();
		List<LineSnapshot> snapshots = new ArrayList<>();
		forEach((line) -> snapshots
			.add(new LineSnapshot(this.scheduler.name(), line.site, line.ownerKind, line.counted())));
		return snapshots;
	}

	/** Reads every line anew, whether it has announced a change or not. */
	synchronized void recount() {
		this.changed.clear();
		forEach(this::count);
	}

	private void catchUp() {
		for (Line line = this.changed.poll(); line != null; line = this.changed.poll()) {
			count(line);
		}
	}

	private void count(Line line) {
		Totals before = line.counted();
		Totals now = line.read();
		Totals change = now.minus(before);
		line.counted(now);
		this.sum = this.sum.plus(change);
		this.sums.merge(line.ownerKind, change, Totals::plus);
	}

}
