package io.timerscope.errorprone;

import java.util.List;
import java.util.Locale;

/**
 * How a set of reports does on the labelled cases.
 *
 * @param leaks the leaking files
 * @param found those of them with a finding at a marked line
 * @param correct the correct files
 * @param flagged those of them with a finding
 * @param missed the names of the leaking files without one
 * @param wronglyFlagged the names of the correct files with one
 */
record Score(int leaks, int found, int correct, int flagged, List<String> missed, List<String> wronglyFlagged) {

	static Score of(List<LabelledCase> cases, List<Report> reports) {
		List<String> missed = cases.stream()
			.filter(LabelledCase::isLeak)
			.filter((it) -> !it.isFoundBy(reports))
			.map(LabelledCase::name)
			.toList();
		List<String> wrong = cases.stream()
			.filter((it) -> !it.isLeak())
			.filter((it) -> it.isTouchedBy(reports))
			.map(LabelledCase::name)
			.toList();
		int leaks = (int) cases.stream().filter(LabelledCase::isLeak).count();
		return new Score(leaks, leaks - missed.size(), cases.size() - leaks, wrong.size(), missed, wrong);
	}

	double precision() {
		return (double) this.found / Math.max(1, this.found + this.flagged);
	}

	double recall() {
		return (double) this.found / this.leaks;
	}

	String row(String title) {
		return String.format(Locale.ROOT, "| %-42s | %2d/%2d | %2d/%2d | %5.1f %% | %5.1f %% |", title, this.found,
				this.leaks, this.flagged, this.correct, this.precision() * 100, this.recall() * 100);
	}

}
