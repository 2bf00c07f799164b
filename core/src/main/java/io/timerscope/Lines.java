package io.timerscope;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The lines of one scheduler, and their sums.
 */
final class Lines {

	private final TaskTracker tracker;

	private final ConcurrentMap<Site, ConcurrentMap<OwnerKind, Line>> lines = new ConcurrentHashMap<>();

	Lines(TaskTracker tracker) {
		this.tracker = tracker;
	}

	Line of(Site site, OwnerKind kind) {
		ConcurrentMap<OwnerKind, Line> kinds = this.lines.get(site);
		if (kinds == null) {
			kinds = this.lines.computeIfAbsent(site, (key) -> new ConcurrentHashMap<>(2));
		}
		Line line = kinds.get(kind);
		return (line != null) ? line : kinds.computeIfAbsent(kind, (key) -> new Line(this.tracker, site, kind));
	}

	void forEach(Consumer<Line> action) {
		for (ConcurrentMap<OwnerKind, Line> kinds : this.lines.values()) {
			kinds.values().forEach(action);
		}
	}

	Totals totals() {
		return totals((line) -> true);
	}

	Totals totals(OwnerKind kind) {
		return totals((line) -> line.ownerKind == kind);
	}

	private Totals totals(Predicate<Line> wanted) {
		List<Totals> totals = new ArrayList<>();
		forEach((line) -> {
			if (wanted.test(line)) {
				totals.add(line.totals());
			}
		});
		return totals.stream().reduce(Totals.ZERO, Totals::plus);
	}

}
