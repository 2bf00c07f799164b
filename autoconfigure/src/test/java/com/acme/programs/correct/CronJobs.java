package com.acme.programs.correct;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cron jobs whose times change while the application runs. */
class CronJobs {

	/** Through Spring's registrar, as many blogs have it. */
	@RestController
	@Configuration(proxyBeanMethods = false)
	static class CronOnRegistrar implements SchedulingConfigurer {

		private final TaskScheduler scheduler;

		private ScheduledTaskRegistrar registrar;

		private ScheduledTask nightly;

		CronOnRegistrar(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@Override
		public void configureTasks(ScheduledTaskRegistrar registrar) {
			registrar.setTaskScheduler(this.scheduler);
			this.registrar = registrar;
			change(2);
		}

		@PostMapping("/nightly/{hour}")
		synchronized void change(@PathVariable int hour) {
			if (this.nightly != null) {
				this.nightly.cancel();
			}
			this.nightly = this.registrar.scheduleCronTask(new CronTask(this::report, "0 0 %d * * *".formatted(hour)));
		}

		private void report() {
		}

	}

	/** Through the scheduler, one job per region. */
	@RestController
	static class CronOnScheduler {

		private final TaskScheduler scheduler;

		private final Map<String, ScheduledFuture<?>> closings = new ConcurrentHashMap<>();

		CronOnScheduler(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/closings/{region}/{hour}")
		synchronized void change(@PathVariable String region, @PathVariable int hour) {
			ScheduledFuture<?> before = this.closings.put(region,
					this.scheduler.schedule(() -> close(region), new CronTrigger("0 30 %d * * *".formatted(hour))));
			if (before != null) {
				before.cancel(false);
			}
		}

		private void close(String region) {
		}

	}

	/** An event says that the settings changed; the listener starts the job anew. */
	@RestController
	static class CronOnEvent {

		private final TaskScheduler scheduler;

		private final ApplicationEventPublisher events;

		private volatile ScheduledFuture<?> sync;

		CronOnEvent(TaskScheduler taskScheduler, ApplicationEventPublisher events) {
			this.scheduler = taskScheduler;
			this.events = events;
		}

		@PostMapping("/settings/{hour}")
		void save(@PathVariable int hour) {
			this.events.publishEvent(new SettingsChanged("0 0 %d * * *".formatted(hour)));
		}

		@EventListener
		void changed(SettingsChanged event) {
			if (this.sync != null) {
				this.sync.cancel(false);
			}
			this.sync = this.scheduler.schedule(this::synchronise, new CronTrigger(event.cron()));
		}

		private void synchronise() {
		}

		record SettingsChanged(String cron) {
		}

	}

}
