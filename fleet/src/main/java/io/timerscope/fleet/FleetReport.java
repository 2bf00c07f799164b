package io.timerscope.fleet;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in the fleet, as written to {@code --json} and read as a baseline.
 *
 * @param time when it was asked
 * @param instances how many there are
 * @param tasks how many tasks they have
 * @param lines the lines that leak, the one on most instances first
 * @param problems other findings, likewise
 * @param gone lines of the baseline that leak no more
 * @param undecided lines and other findings of the baseline that no instance has now,
 * while one that had them is silent; kept, so that they are not new once it answers
 * @param silent instances that said nothing of use
 * @param old instances whose version knows no fingerprints
 */
record FleetReport(String time, Instances instances, Tasks tasks, List<Line> lines, List<Line> problems,
		List<Gone> gone, List<Line> undecided, List<Silent> silent, List<String> old) {

	FleetReport(String time, Instances instances, Tasks tasks, List<Line> lines, List<Line> problems, List<Gone> gone,
			@Nullable List<Line> undecided, List<Silent> silent, List<String> old) {
		this.time = time;
		this.instances = instances;
		this.tasks = tasks;
		this.lines = lines;
		this.problems = problems;
		this.gone = gone;
		this.undecided = (undecided == null) ? List.of() : undecided;
		this.silent = silent;
		this.old = old;
	}

	/**
	 * Counts of instances.
	 *
	 * @param asked all
	 * @param answered those that answered
	 * @param old those of them whose version knows no fingerprints
	 * @param silent those that did not
	 */
	record Instances(long asked, long answered, long old, long silent) {
	}

	/**
	 * Counts of tasks.
	 *
	 * @param live live ones
	 * @param leaked those of them that are leaks
	 */
	record Tasks(long live, long leaked) {
	}

	/**
	 * A line, or another thing that is wrong.
	 *
	 * @param fingerprint the same on every instance and across releases; absent where
	 * only old versions have it
	 * @param site where, as the worst instance names it
	 * @param scheduler on which scheduler, as the worst instance names it
	 * @param kinds the kinds of the findings
	 * @param owners who owns the code
	 * @param instances on how many instances
	 * @param count how many tasks in all
	 * @param most how many on the worst instance
	 * @param rms the root mean square of the tasks over the affected instances
	 * @param since the earliest begin on any instance
	 * @param firstSeen when a report first had it, as far as baselines reach back
	 * @param isNew whether the baseline does not have it
	 * @param worst the worst instances, at most five
	 * @param evidence what the worst instance saw
	 * @param advice what it advises
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Line(@Nullable String fingerprint, String site, @Nullable String scheduler, List<String> kinds,
			List<String> owners, long instances, long count, long most, double rms, @Nullable String since,
			String firstSeen, @JsonProperty("new") boolean isNew, List<Affected> worst, @Nullable String evidence,
			@Nullable String advice) {
	}

	/**
	 * A line on one instance.
	 *
	 * @param instance its name
	 * @param count how many tasks
	 */
	record Affected(String instance, long count) {
	}

	/**
	 * A line that is wrong no more.
	 *
	 * @param fingerprint the same on every instance
	 * @param site where
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Gone(@Nullable String fingerprint, String site) {
	}

	/**
	 * An instance that said nothing of use.
	 *
	 * @param instance its name
	 * @param why {@code unreachable}, {@code disabled}, {@code refused}, {@code failed}
	 * or {@code foreign}
	 * @param detail the same, more exactly
	 */
	record Silent(String instance, String why, String detail) {
	}

}
