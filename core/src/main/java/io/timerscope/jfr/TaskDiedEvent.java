package io.timerscope.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A periodic task was ended by an exception. */
@Name("io.timerscope.TaskDied")
@Label("Task Died")
@Category("Timerscope")
@Description("A periodic task was ended by an exception.")
@StackTrace(false)
final class TaskDiedEvent extends TaskEvent {

	@Label("Runs")
	long runs;

	@Label("Error")
	@Nullable String error;

}
