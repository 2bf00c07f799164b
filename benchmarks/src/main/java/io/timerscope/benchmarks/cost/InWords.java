package io.timerscope.benchmarks.cost;

import java.util.List;
import java.util.Locale;

/** The six numbers of the table that most readers want, as sentences. */
final class InWords {

	private final List<Line> lines;

	InWords(List<Line> lines) {
		this.lines = lines;
	}

	/** One sentence per number. */
	String text() {
		Line startUp = line("start-up of the sample");
		return list(
				"To schedule a one-time task and to cancel it takes "
						+ behind("schedule + cancel, near deadline, 100,000"),
				"A run of a periodic task takes " + behind("tick through the executor"),
				String.format(Locale.ROOT, "A live one-time task takes %.0f bytes more memory.",
						line("bytes per live one-shot, over").values().median()),
				String.format(Locale.ROOT, "A request that schedules nothing takes %.0f ns longer.",
						line("request that schedules nothing").values().median()),
				String.format(Locale.ROOT,
						"A walk over a million live tasks takes %.0f ms. Timerscope's own thread does it, once per interval.",
						line("full scan").values().median() / 1e6),
				"The sample application starts in " + startUp.after() + " in place of " + startUp.before() + " s.");
	}

	private String behind(String work) {
		Line line = line(work);
		return line.after() + " in place of " + line.before() + " ns.";
	}

	private Line line(String work) {
		return this.lines.stream()
			.filter((line) -> line.work().startsWith(work))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("the table has no row that begins with '" + work + "'"));
	}

	private static String list(String... sentences) {
		StringBuilder text = new StringBuilder();
		for (String sentence : sentences) {
			text.append("- ").append(sentence).append('\n');
		}
		return text.toString();
	}

}
