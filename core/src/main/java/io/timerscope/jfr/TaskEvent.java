package io.timerscope.jfr;

import io.timerscope.TaskSnapshot;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** What events about tasks have in common. */
@StackTrace(false)
abstract class TaskEvent extends Event {

	@Label("Task")
	long taskId;

	@Label("Name")
	@Nullable String task;

	@Label("Site")
	@Nullable String site;

	@Label("Scheduler")
	@Nullable String scheduler;

	@Label("Schedule")
	@Nullable String schedule;

	@Label("Owner")
	@Nullable String owner;

	final void describe(TaskSnapshot snapshot) {
		this.taskId = snapshot.id();
		this.task = snapshot.name();
		this.site = snapshot.site().toString();
		this.scheduler = snapshot.scheduler();
		this.schedule = snapshot.schedule().kind();
		this.owner = snapshot.owner().kind().label() + " " + snapshot.owner().name();
	}

}
