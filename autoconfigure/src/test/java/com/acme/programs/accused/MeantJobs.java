package com.acme.programs.accused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.vendor.DroppingCache;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jobs that are meant to go on, and look as if they were not. */
@SuppressWarnings("PeriodicTaskInRequest") // meant
class MeantJobs {

	/** Begins once, for ever, and keeps no future since nobody is to stop it. */
	@RestController
	static class BegunOnce {

		private final TaskScheduler scheduler;

		private final AtomicBoolean begun = new AtomicBoolean();

		BegunOnce(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping("/begun-once")
		String use() {
			if (this.begun.compareAndSet(false, true)) {
				this.scheduler.scheduleAtFixedRate(this::refresh, Duration.ofHours(1));
			}
			return "ok";
		}

		private void refresh() {
		}

	}

	/** The same in a library whose package Timerscope does not know. */
	@RestController
	static class Places {

		private final DroppingCache places;

		Places(ScheduledExecutorService jobs) {
			this.places = new DroppingCache(jobs);
		}

		@GetMapping("/unknown-library")
		String place() {
			return this.places.get("Berlin");
		}

	}

	/** An operator who starts many jobs within an hour, all of which can be stopped. */
	@RestController
	static class ManyJobs {

		private final TaskScheduler scheduler;

		private final Map<String, ScheduledFuture<?>> jobs = new ConcurrentHashMap<>();

		ManyJobs(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/many-jobs/{name}/start")
		void start(@PathVariable String name) {
			this.jobs.put(name, this.scheduler.scheduleAtFixedRate(() -> work(name), Duration.ofHours(1)));
		}

		@PostMapping("/many-jobs/{name}/stop")
		void stop(@PathVariable String name) {
			this.jobs.remove(name).cancel(false);
		}

		private void work(String name) {
		}

	}

	/** A feed whose first load is long over. */
	@RestController
	static class LoadedFeeds {

		private final TaskScheduler scheduler;

		private final List<ScheduledFuture<?>> feeds = new ArrayList<>();

		LoadedFeeds(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/loaded-feeds")
		synchronized void start() {
			this.feeds.add(new Feed().begin(this.scheduler));
		}

		private static final class Feed {

			private final Disposable firstLoad = Mono.just("news").subscribe();

			private ScheduledFuture<?> begin(TaskScheduler scheduler) {
				return scheduler.scheduleAtFixedRate(this::refresh, Duration.ofHours(1));
			}

			private void refresh() {
			}

		}

	}

}
