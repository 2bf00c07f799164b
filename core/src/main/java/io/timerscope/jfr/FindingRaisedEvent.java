package io.timerscope.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A finding was raised. */
@Name("io.timerscope.FindingRaised")
@Label("Finding Raised")
@Category("Timerscope")
@Description("A finding was raised.")
@StackTrace(false)
final class FindingRaisedEvent extends FindingEvent {

}
