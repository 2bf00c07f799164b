package io.timerscope.actuate;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timerscope.recent.HourCounts;
import io.timerscope.recent.HourEvent;
import io.timerscope.recent.HourReading;
import io.timerscope.recent.HourSample;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What changed in the last hour, or since the start where that is less than an hour ago.
 *
 * @param since from when on the counts count
 * @param scheduled tasks that were scheduled
 * @param leaked tasks that became a leak
 * @param recovered leaked tasks that ended after all
 * @param died periodic tasks that an exception ended
 * @param raised findings that were raised, without notices
 * @param resolved findings that were resolved, without notices
 * @param samples live and leaked tasks, the oldest sample first; only with
 * {@code format=hour}
 * @param events findings that were raised and resolved, and what operators did, the
 * newest first; only with {@code format=hour}
 * @param forgotten how many further events of the hour are not kept; absent if there is
 * none
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HourDescriptor(String since, long scheduled, long leaked, long recovered, long died, long raised,
		long resolved, @Nullable List<SampleDescriptor> samples, @Nullable List<EventDescriptor> events,
		@Nullable Long forgotten) implements OperationResponseBody {

	static HourDescriptor summary(HourReading hour) {
		return of(hour, null, null, null);
	}

	static HourDescriptor whole(HourReading hour) {
		return of(hour, hour.samples().stream().map(SampleDescriptor::of).toList(),
				hour.events().stream().map(EventDescriptor::of).toList(),
				(hour.forgotten() == 0) ? null : hour.forgotten());
	}

	private static HourDescriptor of(HourReading hour, @Nullable List<SampleDescriptor> samples,
			@Nullable List<EventDescriptor> events, @Nullable Long forgotten) {
		HourCounts counts = hour.counts();
		return new HourDescriptor(Iso.instant(hour.since()), counts.scheduled(), counts.leaked(), counts.recovered(),
				counts.died(), counts.raised(), counts.resolved(), samples, events, forgotten);
	}

	/** The counts in a sentence. */
	static String words(HourReading hour) {
		HourCounts counts = hour.counts();
		return "since " + Iso.instant(hour.since()) + ": " + counts.scheduled() + " scheduled, " + counts.leaked()
				+ " leaked, " + counts.recovered() + " recovered, " + counts.died() + " died; findings: "
				+ counts.raised() + " raised, " + counts.resolved() + " resolved";
	}

	/**
	 * The counts of one moment.
	 *
	 * @param time when they were read
	 * @param live live tasks; of several readings the most
	 * @param leaked leaked tasks; of several readings the most
	 */
	public record SampleDescriptor(String time, long live, long leaked) {

		static SampleDescriptor of(HourSample sample) {
			return new SampleDescriptor(Iso.instant(sample.time()), sample.live(), sample.leaked());
		}

	}

	/**
	 * Something that happened.
	 *
	 * @param time when
	 * @param what {@code raised}, {@code resolved} or {@code operator}
	 * @param kind the kind of the finding, or the name of the action
	 * @param severity how bad the finding is; absent for an action
	 * @param subject where, or what was done
	 * @param scheduler the scheduler's name, where one is concerned
	 * @param count how many tasks or threads were concerned
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record EventDescriptor(String time, String what, String kind, @Nullable String severity, String subject,
			@Nullable String scheduler, long count) {

		static EventDescriptor of(HourEvent event) {
			return new EventDescriptor(Iso.instant(event.time()), event.what(), event.kind(), event.severity(),
					event.subject(), event.scheduler(), event.count());
		}

	}

}
