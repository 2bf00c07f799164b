package com.acme.beans;

import org.springframework.scheduling.TaskScheduler;

/** Inherits the method that schedules. */
public class FastHeartbeat extends Heartbeat {

	public FastHeartbeat(TaskScheduler scheduler) {
		super(scheduler, false);
	}

}
