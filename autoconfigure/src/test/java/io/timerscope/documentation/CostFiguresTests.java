package io.timerscope.documentation;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What other pages say of the cost is what the measured table of {@code docs/cost.md}
 * says, rounded.
 */
class CostFiguresTests {

	private static final Pattern FROM_TO = Pattern.compile("([\\d,.]+) → ([\\d,.]+)");

	/** The column, of which the range follows the number. */
	private static final int MEASURED = 4;

	private static List<List<String>> measured = List.of();

	@BeforeAll
	static void readsTheTableOfJdk17() {
		String page = Pages.read("docs/cost.md");
		String table = page.substring(page.indexOf("<!-- table: JDK 17 -->"));
		measured = Pages.rows(table.substring(0, table.indexOf("<!-- end -->")));
	}

	@Test
	void theTableInWhatChangesIsRoundedFromTheMeasuredOne() {
		String section = Pages.section(Pages.read("docs/what-changes.md"), "## Cost");
		assertThat(section).contains(micros("schedule + cancel, near deadline, 100,000 live / bare") + " µs more")
			.contains(micros("through Spring: wrapped bean / bare ThreadPoolTaskScheduler") + " µs through Spring")
			.contains(bytes("bytes per live one-shot, over bare") + " bytes more")
			.contains(bytes("bytes per live one-shot through Spring, over bare") + " through Spring")
			.contains(bytes("bytes per live periodic task, over bare") + " bytes more")
			.contains(micros("request that schedules nothing: the filter, ns") + " µs")
			.contains(rounded(difference("start-up of the sample, with / without the starter")) + " s more");
	}

	@Test
	void theLineInTheReadmeIsRoundedFromTheMeasuredTable() {
		for (String readme : List.of("README.md", "README.zh-CN.md")) {
			assertThat(Pages.read(readme))
				.contains(micros("schedule + cancel, near deadline, 100,000 live / bare") + " µs")
				.contains(bytes("bytes per live one-shot, over bare") + " ")
				.contains(bytes("bytes per live one-shot through Spring, over bare") + " ")
				.contains(rounded(difference("start-up of the sample, with / without the starter")) + " ");
		}
	}

	private static String micros(String work) {
		return rounded(difference(work) / 1000);
	}

	private static String bytes(String work) {
		return String.format(Locale.ROOT, "%.0f", Double.parseDouble(row(work).get(MEASURED)));
	}

	private static double difference(String work) {
		MatchResult figures = FROM_TO.matcher(row(work).get(MEASURED + 1)).results().findFirst().orElseThrow();
		return number(figures.group(2)) - number(figures.group(1));
	}

	private static String rounded(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	private static double number(String text) {
		return Double.parseDouble(text.replace(",", ""));
	}

	private static List<String> row(String work) {
		return measured.stream().filter((row) -> row.get(0).equals(work)).findFirst().orElseThrow();
	}

}
