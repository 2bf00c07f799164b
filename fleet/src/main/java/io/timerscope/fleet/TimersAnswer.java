package io.timerscope.fleet;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one instance says, as far as it matters to a fleet.
 *
 * @param totals its counts; absent from an answer that is not Timerscope's
 * @param findings what is wrong
 * @param sites the lines with most leaked, then most live tasks
 */
record TimersAnswer(@Nullable Totals totals, List<Finding> findings, List<Site> sites) {

	TimersAnswer(@Nullable Totals totals, @Nullable List<Finding> findings, @Nullable List<Site> sites) {
		this.totals = totals;
		this.findings = (findings == null) ? List.of() : findings;
		this.sites = (sites == null) ? List.of() : sites;
	}

	/** Whether it says all that every version of Timerscope says. */
	boolean isWhole() {
		return this.totals != null && this.findings.stream().allMatch(Finding::isWhole)
				&& this.sites.stream().noneMatch((site) -> site == null || site.site() == null);
	}

	/** Whether it comes from a version that knows no fingerprints. */
	boolean isOld() {
		return this.sites.stream().anyMatch((site) -> site.fingerprint() == null)
				|| this.findings.stream().anyMatch((finding) -> finding.fingerprint() == null);
	}

	/** Whether a finding of this kind is a leak of tasks. */
	static boolean isLeak(String kind) {
		return kind.startsWith("outlived-") || kind.equals("abandoned");
	}

	/**
	 * Counts over all schedulers.
	 *
	 * @param live live tasks
	 * @param leaked those of them that are leaks
	 */
	record Totals(long live, long leaked) {
	}

	/**
	 * One thing that is wrong.
	 *
	 * @param kind what
	 * @param severity how bad
	 * @param fingerprint the same on every instance
	 * @param subject the line or thing it is about
	 * @param scheduler the scheduler's name
	 * @param count how many tasks or threads
	 * @param since since when
	 * @param witness what says that it is a leak
	 * @param evidence what was seen
	 * @param advice what to do
	 */
	record Finding(String kind, String severity, @Nullable String fingerprint, String subject,
			@Nullable String scheduler, long count, @Nullable String since, @Nullable String witness,
			@Nullable String evidence, @Nullable String advice) {

		static boolean isWhole(@Nullable Finding finding) {
			return finding != null && finding.kind != null && finding.severity != null && finding.subject != null;
		}

		boolean isLeakOfTasks() {
			return isLeak(this.kind);
		}

	}

	/**
	 * One line.
	 *
	 * @param site the line, in the form of a stack trace element
	 * @param fingerprint the same on every instance
	 * @param live its live tasks
	 * @param leaked those of them that are leaks
	 */
	record Site(String site, @Nullable String fingerprint, long live, long leaked) {
	}

}
