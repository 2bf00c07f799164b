package com.acme.programs.leaking;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Periodic tasks that nobody can cancel, since their futures are gone. */
@SuppressWarnings("PeriodicTaskInRequest") // the leak
@RestController
class Unreachable implements SchedulingConfigurer {

	private static final Duration HOUR = Duration.ofHours(1);

	private final TaskScheduler scheduler;

	private final ScheduledExecutorService jobs;

	private ScheduledFuture<?> report;

	private ScheduledTaskRegistrar registrar;

	private ScheduledTask nightly;

	Unreachable(TaskScheduler taskScheduler, ScheduledExecutorService jobs) {
		this.scheduler = taskScheduler;
		this.jobs = jobs;
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar registrar) {
		registrar.setTaskScheduler(this.scheduler);
		this.registrar = registrar;
	}

	@PostMapping("/unreachable/dropped")
	void dropped() {
		this.scheduler.scheduleAtFixedRate(() -> {
		}, HOUR);
	}

	@PostMapping("/unreachable/dropped-on-executor")
	void droppedOnExecutor() {
		this.jobs.scheduleWithFixedDelay(() -> {
		}, 1, 1, TimeUnit.HOURS);
	}

	/** The cron was changed, and the old one stays. */
	@PostMapping("/unreachable/cron/{hour}")
	void cron(@PathVariable int hour) {
		this.scheduler.schedule(this::report, new CronTrigger("0 0 %d * * *".formatted(hour)));
	}

	/** The registrar forgets what it scheduled before; the last one is kept. */
	@PostMapping("/unreachable/nightly/{hour}")
	synchronized void nightly(@PathVariable int hour) {
		this.nightly = this.registrar.scheduleCronTask(new CronTask(this::report, "0 0 %d * * *".formatted(hour)));
	}

	/** The second start forgets the first. */
	@PostMapping("/unreachable/overwritten")
	synchronized void overwritten() {
		this.report = this.scheduler.scheduleAtFixedRate(this::report, HOUR);
	}

	/** A map that ends with the method. */
	@PostMapping("/unreachable/local-map")
	int localMap() {
		Map<String, ScheduledFuture<?>> feeds = new HashMap<>();
		for (String region : new String[] { "north", "south" }) {
			feeds.put("feed", this.scheduler.scheduleAtFixedRate(() -> load(region), HOUR));
		}
		return feeds.size();
	}

	/** An object that could stop it, which nobody keeps. */
	@PostMapping("/unreachable/handle")
	String handle() {
		Handle handle = new Handle(this.scheduler.scheduleAtFixedRate(this::report, HOUR));
		return new Owner(handle).toString();
	}

	private void report() {
	}

	private void load(String region) {
	}

	private record Handle(ScheduledFuture<?> future) {
	}

	private record Owner(Handle handle) {
	}

}
