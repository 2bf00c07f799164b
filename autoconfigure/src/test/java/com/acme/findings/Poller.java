package com.acme.findings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;

import org.springframework.scheduling.TaskScheduler;

/** Beans that poll something once an hour. */
public abstract class Poller {

	final TaskScheduler scheduler;

	Poller(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	/** Begins to poll. */
	public abstract void begin();

	void poll() {
	}

	/** Forgets what it has begun. */
	public static final class Dropping extends Poller {

		public Dropping(TaskScheduler scheduler) {
			super(scheduler);
		}

		@Override
		public void begin() {
			this.scheduler.scheduleAtFixedRate(this::poll, Duration.ofHours(1));
		}

	}

	/** Begins once, for as long as it lives. */
	public static final class Once extends Poller {

		public Once(TaskScheduler scheduler) {
			super(scheduler);
		}

		@Override
		public void begin() {
			this.scheduler.scheduleAtFixedRate(this::poll, Duration.ofHours(1));
		}

	}

	/** Could end what it has begun. */
	public static final class Keeping extends Poller {

		private final List<ScheduledFuture<?>> begun = new ArrayList<>();

		public Keeping(TaskScheduler scheduler) {
			super(scheduler);
		}

		@Override
		public void begin() {
			this.begun.add(this.scheduler.scheduleAtFixedRate(this::poll, Duration.ofHours(1)));
		}

		/** Ends all of it. */
		public int end() {
			this.begun.forEach((it) -> it.cancel(false));
			return this.begun.size();
		}

	}

}
