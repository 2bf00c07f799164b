package io.timerscope.benchmarks.cost;

import java.util.Locale;

/**
 * A line of the table as it is printed.
 *
 * @param work what is done
 * @param limits what the number should be
 * @param values the number in each round, in any order
 * @param format how to print one
 * @param behind the numbers behind it, or nothing
 * @param floor the least that the number can be on this machine, or nothing
 */
record Line(String work, Limits limits, Values values, String format, String behind, String floor) {

	static final String HEAD = "| Work | Target | Ambition | Floor | Measured | Behind it | |\n|---|---|---|---|---|---|---|\n";

	private static final String ARROW = " → ";

	Line(String work, Limits limits, Values values, String format, String behind) {
		this(work, limits, values, format, behind, "");
	}

	/** Of the numbers behind it, that without Timerscope. */
	String before() {
		return this.behind.substring(0, this.behind.indexOf(ARROW));
	}

	/** Of the numbers behind it, that with Timerscope and its unit. */
	String after() {
		return this.behind.substring(this.behind.indexOf(ARROW) + ARROW.length());
	}

	@Override
	public String toString() {
		String range = (this.values.count() == 1) ? ""
				: " (" + number(this.values.lowest()) + " to " + number(this.values.highest()) + ")";
		return "| %s | %s | %s | %s | %s%s | %s | %s |%n".formatted(this.work, this.limits.targetText(),
				this.limits.ambitionText(), this.floor, number(this.values.median()), range, this.behind,
				this.limits.verdict(this.values.median()));
	}

	private String number(double value) {
		return String.format(Locale.ROOT, this.format, value);
	}

}
