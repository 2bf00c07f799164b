package com.acme.programs.leaking;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Each request leaves a periodic task, whose future is somewhere. */
@SuppressWarnings("PeriodicTaskInRequest") // the leak
class Piling {

	/** In a map that nobody empties. */
	@RestController
	static class Tracking {

		private final TaskScheduler scheduler;

		private final Map<String, ScheduledFuture<?>> tracked = new ConcurrentHashMap<>();

		Tracking(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/orders/{id}")
		void place(@PathVariable String id) {
			this.tracked.put(id, this.scheduler.scheduleAtFixedRate(() -> track(id), Duration.ofHours(1)));
		}

		private void track(String id) {
		}

	}

	/** In a list, from a service behind the controller. */
	@RestController
	static class Sampling {

		private final Sampler sampler;

		Sampling(ScheduledExecutorService jobs) {
			this.sampler = new Sampler(jobs);
		}

		@PostMapping("/samples/{id}")
		void sample(@PathVariable String id) {
			this.sampler.begin(id);
		}

		private static final class Sampler {

			private final ScheduledExecutorService jobs;

			private final List<ScheduledFuture<?>> all = new CopyOnWriteArrayList<>();

			Sampler(ScheduledExecutorService jobs) {
				this.jobs = jobs;
			}

			void begin(String id) {
				this.all.add(this.jobs.scheduleWithFixedDelay(() -> {
				}, 0, 1, TimeUnit.HOURS));
			}

		}

	}

}
