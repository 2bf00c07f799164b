package io.timerscope.benchmarks.cost;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the cost of a call grows with the live tasks, for a viewer that knows Mermaid. */
final class GrowthChart {

	private GrowthChart() {
	}

	static String draw(Function<Cell, Values> measured) {
		List<Double> bare = medians(measured, Peer.BARE);
		List<Double> ours = medians(measured, Peer.TIMERSCOPE);
		double highest = ours.stream().mapToDouble(Double::doubleValue).max().orElse(0);
		return """
				```mermaid
				xychart-beta
				    title "schedule + cancel, near deadline: Timerscope (bars) over the bare pool (line)"
				    x-axis "live tasks" [%s]
				    y-axis "ns" 0 --> %d
				    bar [%s]
				    line [%s]
				```
				""".formatted(String.join(", ", Rows.GROWTH), (long) Math.ceil(highest / 100) * 100, list(ours),
				list(bare));
	}

	private static List<Double> medians(Function<Cell, Values> measured, Peer peer) {
		return Rows.GROWTH.stream().map((live) -> measured.apply(Rows.near(live, peer)).median()).toList();
	}

	private static String list(List<Double> values) {
		return values.stream().map((it) -> String.format(Locale.ROOT, "%.0f", it)).collect(Collectors.joining(", "));
	}

}
