package io.timerscope.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A live task leaked: a witness says that nobody wants or can end it. */
@Name("io.timerscope.TaskLeaked")
@Label("Task Leaked")
@Category("Timerscope")
@Description("A live task leaked: a witness says that nobody wants or can end it.")
@StackTrace(false)
final class TaskLeakedEvent extends TaskEvent {

	@Label("Reason")
	@Nullable String reason;

}
