package com.acme.beans;

import java.time.Duration;
import java.time.Instant;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.scheduling.TaskScheduler;

/**
 * Schedules while it is made, and shows in no field, constructor or setter that it may.
 */
public class QuietWork {

	public QuietWork(BeanFactory beans) {
		beans.getBean(TaskScheduler.class)
			.scheduleAtFixedRate(new Work(), Instant.now().plus(Duration.ofHours(1)), Duration.ofHours(1));
	}

}
