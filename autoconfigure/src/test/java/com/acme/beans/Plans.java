package com.acme.beans;

import java.time.Duration;
import java.time.Instant;

import org.springframework.scheduling.TaskScheduler;

/** A bean with a bean in it. */
public class Plans {

	/** The one in it. */
	public static class ReportPlan {

		private final TaskScheduler scheduler;

		public ReportPlan(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		public void plan() {
			this.scheduler.schedule(() -> {
			}, Instant.now().plus(Duration.ofHours(1)));
		}

		/** A task with a name. */
		public void planByName() {
			this.scheduler.schedule(new Report(), Instant.now().plus(Duration.ofHours(1)));
		}

		/** A class that is no bean, in one that is. */
		private static final class Report implements Runnable {

			@Override
			public void run() {
			}

		}

	}

}
