package io.timerscope.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A timed run started later than timerscope.late-after. */
@Name("io.timerscope.RunLate")
@Label("Run Late")
@Category("Timerscope")
@Description("A timed run started later than timerscope.late-after.")
@StackTrace(false)
final class RunLateEvent extends Event {

	@Label("Scheduler")
	@Nullable String scheduler;

	@Label("Schedule")
	@Nullable String schedule;

	@Label("Lateness")
	@Timespan(Timespan.NANOSECONDS)
	long lateness;

	@Label("Duration")
	@Timespan(Timespan.NANOSECONDS)
	long runDuration;

	@Label("Outcome")
	@Nullable String outcome;

}
