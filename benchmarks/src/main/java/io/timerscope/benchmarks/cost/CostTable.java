package io.timerscope.benchmarks.cost;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all rows in rounds and prints them as a table. In each round every number is
 * measured once, in a JVM of its own, so that a ratio compares neighbours in time; the
 * table shows the median of the ratios and their range. With {@code --smoke} there is one
 * short round, in this JVM, which proves only that everything runs.
 */
public final class CostTable {

	private static final Cell NEAR = Cell.of("ScheduleAndCancel.near", "live", "100000", "capture", "stack", "peer",
			"BARE");

	private static final Cell TWO = Cell.of("ScheduleAndCancel.nearOnTwoThreads", "live", "100000", "capture", "stack",
			"peer", "BARE");

	private static final Cell RANDOM = Cell.of("ChangingDeadlines.random", "peer", "BARE");

	private static final Cell RUN = Cell.of("Runs.scheduleAndRun", "peer", "BARE");

	private static final Cell TICK = Cell.of("Runs.tick", "peer", "BARE");

	private static final Cell ALONE = Cell.of("TickAlone.tick", "timing", "sampled", "peer", "MICROMETER");

	private static final Cell SPRING = Cell.of("ThroughSpring.scheduleAndCancel", "peer", "BARE");

	private static final Cell REQUEST = Cell.of("Requests.request", "peer", "BARE");

	private static final List<Row> ROWS = List.of(
			Row.ratio("schedule + cancel, near deadline, 100,000 live / bare", ours(NEAR), NEAR, 1.5, 1.3),
			Row.ratio("naive tracker / ours, the same work", NEAR.with("peer", "NAIVE"), ours(NEAR), 8, 11)
				.moreIsBetter(),
			Row.report("Micrometer / bare, the same work", NEAR.with("peer", "MICROMETER"), NEAR),
			Row.report("Dropwizard / bare, the same work", NEAR.with("peer", "DROPWIZARD"), NEAR),
			Row.report("Spring's ThreadPoolTaskScheduler / bare, the same work", SPRING, NEAR),
			Row.report("schedule + cancel, random deadlines, 10,000 live / bare", ours(RANDOM.with("live", "10000")),
					RANDOM.with("live", "10000")),
			Row.report("the same, 100,000 live", ours(RANDOM.with("live", "100000")), RANDOM.with("live", "100000")),
			Row.report("the same, 1,000,000 live", ours(RANDOM.with("live", "1000000")),
					RANDOM.with("live", "1000000")),
			Row.ratio("two threads, schedule + cancel / bare", ours(TWO), TWO, 1.4, 1.2),
			Row.ratio("schedule(0) + run / bare", ours(RUN), RUN, 1.35, 1.2),
			Row.ratio("schedule(0) + run / Micrometer", ours(RUN), RUN.with("peer", "MICROMETER"), 0.95, 0.8),
			Row.ratio("tick through the executor / bare", ours(TICK), TICK, 1.3, 1.15),
			Row.ratio("tick, decorator alone, every run timed / Micrometer", ours(ALONE.with("timing", "every")), ALONE,
					0.65, 0.07),
			Row.ratio("tick, decorator alone, sampled / Micrometer", ours(ALONE), ALONE, 0.15, 0.07),
			Row.ratio("through Spring: wrapped bean / bare ThreadPoolTaskScheduler", ours(SPRING), SPRING, 1.5, 1.25),
			Row.report("origin.capture=off / bare", ours(NEAR.with("capture", "off")), NEAR),
			Row.report("origin.capture=site / bare", ours(NEAR.with("capture", "site")), NEAR),
			Row.report("origin.capture=always / bare", ours(NEAR.with("capture", "always")), NEAR),
			Row.report("schedule + cancel at 1,000 live / bare", ours(NEAR.with("live", "1000")),
					NEAR.with("live", "1000")),
			Row.report("the same at 10,000 live", ours(NEAR.with("live", "10000")), NEAR.with("live", "10000")),
			Row.report("the same at 1,000,000 live", ours(NEAR.with("live", "1000000")), NEAR.with("live", "1000000")),
			Row.time("page of 100 in the middle of 1,000,000, with JSON (ns)", Cell.of("Reads.page"), 1e6, 1e5),
			Row.time("group by site at 1,000,000, from the counters (ns)", Cell.of("Reads.counters"), 1e5, 1e4),
			Row.time("full scan by the clock at 1,000,000 (ns)", Cell.of("Reads.tick"), 2e7, 1e7),
			Row.time("health read (ns)", Cell.of("Reads.health"), 1000, 100),
			Row.time("meters read (ns)", Cell.of("Reads.meters"), 1000, 100));

	private final Map<Cell, List<Double>> scores = new LinkedHashMap<>();

	private final PrintStream progress;

	private final boolean smoke;

	CostTable(PrintStream progress, boolean smoke) {
		this.progress = progress;
		this.smoke = smoke;
	}

	/**
	 * Prints the table, or writes it into a document between two marks.
	 * @param arguments nothing, {@code --smoke}, or the path of the document
	 * @throws Exception if a benchmark fails or the document cannot be written
	 */
	public static void main(String[] arguments) throws Exception {
		List<String> given = List.of(arguments);
		boolean smoke = given.contains("--smoke");
		CostTable table = new CostTable(System.err, smoke);
		String text = table.measure(smoke ? 1 : 3);
		System.out.println(text);
		for (String argument : given) {
			if (!argument.startsWith("--")) {
				write(Path.of(argument), text);
			}
		}
	}

	private static Cell ours(Cell cell) {
		return cell.with("peer", "TIMERSCOPE");
	}

	String measure(int rounds) throws RunnerException, IOException, InterruptedException {
		Set<Cell> cells = new LinkedHashSet<>();
		for (Row row : ROWS) {
			cells.add(row.of());
			if (row.over() != null) {
				cells.add(row.over());
			}
		}
		cells.add(REQUEST);
		cells.add(ours(REQUEST));
		for (int round = 1; round <= rounds; round++) {
			int number = 0;
			for (Cell cell : cells) {
				double score = run(cell);
				this.scores.computeIfAbsent(cell, (key) -> new ArrayList<>()).add(score);
				this.progress.printf(Locale.ROOT, "round %d, %d of %d: %s %.1f ns%n", round, ++number, cells.size(),
						cell, score);
			}
		}
		return text(rounds);
	}

	private double run(Cell cell) throws RunnerException {
		ChainedOptionsBuilder options = new OptionsBuilder().include("\\." + cell.benchmark().replace(".", "\\.") + "$")
			.mode(Mode.AverageTime)
			.timeUnit(TimeUnit.NANOSECONDS)
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true)
			.jvmArgs("-Xms2g", "-Xmx2g")
			.forks(this.smoke ? 0 : 1)
			.warmupIterations(this.smoke ? 0 : 4)
			.warmupTime(TimeValue.milliseconds(500))
			.measurementIterations(this.smoke ? 1 : 3)
			.measurementTime(TimeValue.milliseconds(this.smoke ? 5 : 500));
		cell.parameters().forEach((name, value) -> options.param(name, small(name, value)));
		Collection<RunResult> results = new Runner(options.build()).run();
		if (results.size() != 1) {
			throw new IllegalStateException(cell + " is " + results.size() + " benchmarks");
		}
		return results.iterator().next().getPrimaryResult().getScore();
	}

	private String small(String name, String value) {
		return (this.smoke && name.equals("live")) ? "1000" : value;
	}

	private String text(int rounds) throws IOException, InterruptedException {
		StringBuilder text = new StringBuilder();
		text.append(String.format(Locale.ROOT, "JDK %s, %d cores, %s, %s, median of %d rounds (lowest to highest):%n%n",
				Runtime.version(), Runtime.getRuntime().availableProcessors(), processor(),
				LocalDate.now(ZoneOffset.UTC), rounds));
		text.append("| Work | Target | Ambition | Measured | Absolute | |\n|---|---|---|---|---|---|\n");
		for (Row row : ROWS) {
			text.append(line(row));
		}
		text.append(request());
		if (!this.smoke) {
			text.append(weight("once", "one-shot", 40, 32)).append(weight("periodic", "periodic task", 200, 150));
		}
		return text.toString();
	}

	private String line(Row row) {
		double[] values = values(row.of(), row.over());
		String absolute = (row.over() == null) ? "" : nanos(row.over()) + " → " + nanos(row.of()) + " ns";
		boolean time = row.over() == null;
		return String.format(Locale.ROOT, "| %s | %s | %s | %s (%s to %s) | %s | %s |%n", row.work(),
				limit(row.target(), row.atLeast()), limit(row.ambition(), row.atLeast()), number(median(values), time),
				number(values[0], time), number(values[values.length - 1], time), absolute,
				row.verdict(median(values)));
	}

	private String request() {
		double more = median(scores(ours(REQUEST))) - median(scores(REQUEST));
		return String.format(Locale.ROOT,
				"| request that schedules nothing: the filter (ns) | ≤ 150 | | %.0f | %s → %s ns | %s |%n", more,
				nanos(REQUEST), nanos(ours(REQUEST)), (more <= 150) ? "met" : "**missed**");
	}

	private String weight(String kind, String name, int target, int ambition) throws IOException, InterruptedException {
		double[] bare = footprint("BARE", kind);
		double[] ours = footprint("TIMERSCOPE", kind);
		double more = ours[0] - bare[0];
		String verdict = (more <= ambition) ? "ambition" : (more <= target) ? "met" : "**missed**";
		return String.format(Locale.ROOT, """
				| bytes per live %s over bare | ≤ %d | ≤ %d | %.1f | %.1f → %.1f B | %s |
				| reference objects per %s | | | %.2f | | %s |
				""", name, target, ambition, more, bare[0], ours[0], verdict, name, ours[1] - bare[1],
				kind.equals("periodic") ? "reported" : (ours[1] - bare[1] < 0.01) ? "met" : "**missed**");
	}

	private double[] footprint(String peer, String kind) throws IOException, InterruptedException {
		this.progress.println("footprint of " + kind + " on " + peer);
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xms2g", "-Xmx2g", "-cp", System.getProperty("java.class.path"), Footprint.class.getName(), peer, kind)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		List<String> lines = process.inputReader().lines().toList();
		if (process.waitFor() != 0 || lines.isEmpty()) {
			throw new IllegalStateException("the footprint of " + kind + " on " + peer + " failed: " + lines);
		}
		String[] numbers = lines.get(lines.size() - 1).split(" ", 2);
		return new double[] { Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]) };
	}

	private double[] values(Cell of, @Nullable Cell over) {
		double[] values = scores(of);
		if (over != null) {
			double[] divisors = scores(over);
			for (int i = 0; i < values.length; i++) {
				values[i] /= divisors[i];
			}
		}
		Arrays.sort(values);
		return values;
	}

	private double[] scores(Cell cell) {
		return this.scores.getOrDefault(cell, List.of()).stream().mapToDouble(Double::doubleValue).toArray();
	}

	private String nanos(Cell cell) {
		return String.format(Locale.ROOT, "%,.0f", median(scores(cell)));
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private static String number(double value, boolean time) {
		return String.format(Locale.ROOT, time ? "%,.0f" : "%.2f", value);
	}

	private static String limit(@Nullable Double limit, boolean atLeast) {
		if (limit == null) {
			return "–";
		}
		String sign = atLeast ? "≥ " : "≤ ";
		return sign + ((limit >= 100) ? String.format(Locale.ROOT, "%,.0f", limit)
				: (limit == Math.rint(limit)) ? String.format(Locale.ROOT, "%.0f", limit) : limit.toString());
	}

	private static String processor() throws IOException {
		Path info = Path.of("/proc/cpuinfo");
		if (!Files.isReadable(info)) {
			return System.getProperty("os.arch");
		}
		try (Stream<String> lines = Files.lines(info)) {
			return lines.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse(System.getProperty("os.arch"));
		}
	}

	/** Replaces what stands between the marks of this JDK. */
	static void write(Path document, String table) throws IOException {
		String text = Files.readString(document);
		String begin = "<!-- table: JDK " + Runtime.version().feature() + " -->\n";
		String end = "<!-- end -->";
		int from = text.indexOf(begin);
		int to = (from < 0) ? -1 : text.indexOf(end, from);
		if (to < 0) {
			throw new IllegalArgumentException(
					document + " should have a line '" + begin.strip() + "' and after it '" + end + "'");
		}
		Files.writeString(document,
				text.substring(0, from + begin.length()) + "\n" + table + "\n" + text.substring(to));
	}

}
