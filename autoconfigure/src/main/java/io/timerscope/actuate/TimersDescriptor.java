package io.timerscope.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timerscope.OwnerKind;
import io.timerscope.Totals;
import io.timerscope.finding.Fingerprint;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.recent.HourReading;
import io.timerscope.snapshot.LedgerSnapshot;
import io.timerscope.snapshot.SiteSnapshot;
import io.timerscope.snapshot.TaskPage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What {@code GET /actuator/timers} answers. Absent where {@code null}; times are
 * ISO-8601.
 *
 * @param time the instant of this reading
 * @param status {@code ok}, {@code ailing}, {@code leaking} or {@code shedding}: the
 * worst that applies
 * @param totals the counts over all schedulers
 * @param findings what is wrong
 * @param schedulers every scheduler, tracked or not
 * @param outside what runs timers in this JVM beyond the tracked schedulers
 * @param sites the hundred sites with most leaked, then most live tasks
 * @param tasks the tasks that were asked for
 * @param page where they stand among all that match
 * @param rules the rules for single sites, in the order in which they count
 * @param lastHour what changed in the last hour
 * @param runTiming {@code every} where each run is timed, {@code sampled} where one of
 * many brief runs stands for the others
 * @param attribution how completely tasks find their owner
 * @param cancelledWithOwner tasks that the policy cancelled at the end of their owner, by
 * its kind; absent where there are none
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimersDescriptor(String time, String status, Totals totals, List<FindingDescriptor> findings,
		List<SchedulerDescriptor> schedulers, List<OutsideDescriptor> outside, List<SiteDescriptor> sites,
		List<TaskDescriptor> tasks, PageDescriptor page, List<RuleDescriptor> rules, HourDescriptor lastHour,
		String runTiming, AttributionDescriptor attribution,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> cancelledWithOwner)
		implements
			OperationResponseBody {

	static TimersDescriptor of(TaskLedger book, LedgerSnapshot ledger, Diagnosis diagnosis, Extras extras,
			boolean showMessages) {
		return new TimersDescriptor(Iso.instant(ledger.time()),
				TimersStatus.of(ledger.totals(), diagnosis.findings(), diagnosis.shedding()).label(), ledger.totals(),
				diagnosis.findings().stream().map((finding) -> FindingDescriptor.of(finding, showMessages)).toList(),
				ledger.schedulers().stream().map(SchedulerDescriptor::of).toList(),
				diagnosis.outside().stream().map(OutsideDescriptor::of).toList(),
				ledger.sites().stream().map(SiteDescriptor::of).toList(),
				ledger.page().tasks().stream().map((task) -> TaskDescriptor.of(task, showMessages)).toList(),
				PageDescriptor.of(ledger.page()), extras.rules(), HourDescriptor.summary(extras.hour()),
				book.timesEveryRun() ? "every" : "sampled", AttributionDescriptor.of(book.attribution()),
				cancelledWithOwner(book));
	}

	static Map<String, Long> cancelledWithOwner(TaskLedger book) {
		Map<String, Long> cancelled = new LinkedHashMap<>();
		for (OwnerKind kind : OwnerKind.values()) {
			long count = book.cancelledWithOwner(kind);
			if (count > 0) {
				cancelled.put(kind.label(), count);
			}
		}
		return cancelled;
	}

	/** What is neither in the ledger nor wrong. */
	record Extras(List<RuleDescriptor> rules, HourReading hour) {
	}

	/**
	 * A line that schedules tasks.
	 *
	 * @param site the line, in the form of a stack trace element
	 * @param fingerprint the same on every instance, and across releases that only move
	 * lines
	 * @param library {@code true} where it is a library's line, else absent
	 * @param live its live tasks
	 * @param outlived those of them whose owner has ended and whose grace period is over
	 * @param leaked those of them that are leaks
	 * @param scheduled its tasks since the start
	 * @param oldest when its oldest live task was scheduled
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record SiteDescriptor(String site, String fingerprint, @Nullable Boolean library, long live, long outlived,
			long leaked, long scheduled, @Nullable String oldest) {

		static SiteDescriptor of(SiteSnapshot site) {
			Totals totals = site.totals();
			return new SiteDescriptor(site.site().toString(), Fingerprint.of(site.site()),
					site.site().isLibrary() ? Boolean.TRUE : null, totals.live(), totals.outlived(), totals.leaked(),
					totals.scheduled(), Iso.instantOrNull(site.oldest()));
		}

	}

	/**
	 * Where the tasks stand among all that match.
	 *
	 * @param limit how many tasks were asked for
	 * @param matched how many there are
	 * @param next what to ask for the next page with; absent on the last page
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record PageDescriptor(int limit, long matched, @Nullable String next) {

		static PageDescriptor of(TaskPage page) {
			Long next = page.next();
			return new PageDescriptor(page.limit(), page.matched(), (next == null) ? null : next.toString());
		}

	}

}
