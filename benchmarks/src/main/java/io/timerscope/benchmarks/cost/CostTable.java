package io.timerscope.benchmarks.cost;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.openjdk.jmh.runner.RunnerException;

/** Measures everything and prints it as a document: tables and a chart. */
public final class CostTable {

	private final Scale scale;

	private final PrintStream progress;

	private final List<String> agent;

	/**
	 * A table.
	 * @param scale how much is measured
	 * @param progress told what is being measured
	 * @param agent the option of the JVM that brings the agent, or none where nothing is
	 * measured
	 */
	CostTable(Scale scale, PrintStream progress, List<String> agent) {
		this.scale = scale;
		this.progress = progress;
		this.agent = agent;
	}

	/**
	 * Prints the tables, or writes them into a document between two marks. Run in the
	 * project's root, where the sample is built.
	 * @param arguments nothing, or the path of the document
	 * @throws Exception if a benchmark fails or the document cannot be written
	 */
	public static void main(String[] arguments) throws Exception {
		Path project = Path.of("");
		Path sample = BuiltJar.required(BuiltJar.sample(project), "sample");
		Path agent = BuiltJar.required(BuiltJar.agent(project), "agent").toAbsolutePath();
		CostTable table = new CostTable(Scale.FULL, System.err, List.of("-javaagent:" + agent));
		// first, as long as the machine is cool
		List<Line> startUp;
		try (StartUp starts = new StartUp(sample, agent)) {
			startUp = starts.lines(Scale.FULL.starts());
		}
		startUp.forEach(System.err::print);
		Measured measured = table.measure(startUp);
		System.out.println(measured.text());
		String words = new InWords(measured.lines()).text();
		System.out.println(words);
		for (String argument : arguments) {
			Document document = new Document(Path.of(argument));
			document.write("table", measured.text());
			document.writeWhereMarked("in words", words);
		}
	}

	/** Measures all rows, and puts further ones behind them. */
	Measured measure(List<Line> further) throws RunnerException, IOException, InterruptedException {
		this.progress.println("footprint");
		List<Line> footprint = Footprint.lines(this.scale);
		this.progress.println("allocations");
		String allocations = Allocations.table(this.scale);
		this.progress.println("pauses");
		String pauses = Pauses.table(this.scale);
		Map<Cell, Values> cells = new Jmh(this.scale, this.progress, this.agent).measure(Rows.cells());
		Function<Cell, Values> measured = (cell) -> Objects.requireNonNull(cells.get(cell));
		List<Line> lines = new ArrayList<>();
		Rows.all().forEach((row) -> lines.add(row.line(measured)));
		lines.addAll(footprint);
		lines.addAll(further);
		StringBuilder text = new StringBuilder();
		text.append(String.format(Locale.ROOT, "JDK %s, %d cores, %s, %s, median of %d rounds (lowest to highest).%n",
				Runtime.version(), Runtime.getRuntime().availableProcessors(), processor(),
				LocalDate.now(ZoneOffset.UTC), this.scale.rounds()));
		text.append(Floor.sentence(measured)).append("\n\n").append(Line.HEAD);
		lines.forEach(text::append);
		text.append("\nHow the cost of a call grows with the live tasks:\n\n")
			.append(GrowthChart.draw(measured))
			.append("\nWhat one operation allocates, in bytes:\n\n")
			.append(allocations)
			.append(String.format(Locale.ROOT, "%nHow long G1 stops the application, with %,d live tasks:%n%n",
					this.scale.live()))
			.append(pauses);
		return new Measured(lines, text.toString());
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

	/**
	 * What came out.
	 *
	 * @param lines the rows of the first table
	 * @param text all of it as Markdown
	 */
	record Measured(List<Line> lines, String text) {
	}

}
