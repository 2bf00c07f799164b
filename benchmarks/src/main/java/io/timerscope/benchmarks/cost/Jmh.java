package io.timerscope.benchmarks.cost;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures cells in rounds. In each round every cell is measured once, in a JVM of its
 * own, so that a ratio compares numbers of one round.
 */
final class Jmh {

	private final Scale scale;

	private final PrintStream progress;

	private final List<String> agent;

	Jmh(Scale scale, PrintStream progress, List<String> agent) {
		this.scale = scale;
		this.progress = progress;
		this.agent = agent;
	}

	/** Measures nanoseconds. */
	Map<Cell, Values> measure(Set<Cell> cells) throws RunnerException {
		Map<Cell, List<Double>> scores = new HashMap<>();
		for (int round = 1; round <= this.scale.rounds(); round++) {
			int number = 0;
			for (Cell cell : cells) {
				double score = run(cell);
				scores.computeIfAbsent(cell, (key) -> new ArrayList<>()).add(score);
				this.progress.printf(Locale.ROOT, "round %d, %d of %d: %s %.1f ns%n", round, ++number, cells.size(),
						cell, score);
			}
		}
		Map<Cell, Values> values = new HashMap<>();
		scores.forEach(
				(cell, list) -> values.put(cell, new Values(list.stream().mapToDouble(Double::doubleValue).toArray())));
		return values;
	}

	private double run(Cell cell) throws RunnerException {
		boolean real = this.scale.real();
		ChainedOptionsBuilder options = new OptionsBuilder().include("\\." + cell.benchmark().replace(".", "\\.") + "$")
			.mode(Mode.AverageTime)
			.timeUnit(TimeUnit.NANOSECONDS)
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true)
			.jvmArgs(OwnJvm.HEAP.toArray(String[]::new))
			.jvmArgsAppend(agent(cell))
			.forks(real ? 1 : 0)
			.warmupIterations(real ? 5 : 0)
			.warmupTime(TimeValue.milliseconds(400))
			.measurementIterations(real ? 3 : 1)
			.measurementTime(TimeValue.milliseconds(real ? 400 : 5));
		cell.parameters().forEach((name, value) -> options.param(name, small(name, value)));
		Collection<RunResult> results = new Runner(options.build()).run();
		if (results.size() != 1) {
			throw new IllegalStateException(cell + " is " + results.size() + " benchmarks");
		}
		return results.iterator().next().getPrimaryResult().getScore();
	}

	private String[] agent(Cell cell) {
		boolean wanted = Peer.AGENT.name().equals(cell.parameters().get("peer"));
		return wanted ? this.agent.toArray(String[]::new) : new String[0];
	}

	private String small(String name, String value) {
		return (name.equals("live") && !this.scale.real()) ? "1000" : value;
	}

}
