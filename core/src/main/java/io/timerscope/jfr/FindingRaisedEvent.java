package io.timerscope.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Something is wrong with scheduled tasks. */
@Name("io.timerscope.FindingRaised")
@Label("Finding Raised")
@Category("Timerscope")
@Description("Something is wrong with scheduled tasks.")
@StackTrace(false)
final class FindingRaisedEvent extends FindingEvent {

}
