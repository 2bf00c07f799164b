package io.timerscope.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A finding was resolved. */
@Name("io.timerscope.FindingResolved")
@Label("Finding Resolved")
@Category("Timerscope")
@Description("A finding was resolved.")
@StackTrace(false)
final class FindingResolvedEvent extends FindingEvent {

}
