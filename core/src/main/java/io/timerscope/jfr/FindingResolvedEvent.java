package io.timerscope.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Something is wrong no more. */
@Name("io.timerscope.FindingResolved")
@Label("Finding Resolved")
@Category("Timerscope")
@Description("Something is wrong no more.")
@StackTrace(false)
final class FindingResolvedEvent extends FindingEvent {

}
