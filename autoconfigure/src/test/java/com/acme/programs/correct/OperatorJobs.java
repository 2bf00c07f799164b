package com.acme.programs.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import jakarta.servlet.http.HttpSession;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Jobs that an operator starts, changes and stops over HTTP. */
class OperatorJobs {

	/** One report, its future in a field. */
	@RestController
	static class ReportInField {

		private final TaskScheduler scheduler;

		private ScheduledFuture<?> report;

		ReportInField(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/report/start")
		synchronized void start(@RequestParam(defaultValue = "20") long millis) {
			stop();
			this.report = this.scheduler.scheduleAtFixedRate(this::write, Duration.ofMillis(millis));
		}

		@PostMapping("/report/stop")
		synchronized void stop() {
			if (this.report != null) {
				this.report.cancel(false);
				this.report = null;
			}
		}

		private void write() {
		}

	}

	/** Exports by name; a second start replaces the first. */
	@RestController
	static class ExportsInMap {

		private final ScheduledExecutorService jobs;

		private final Map<String, ScheduledFuture<?>> exports = new ConcurrentHashMap<>();

		ExportsInMap(ScheduledExecutorService jobs) {
			this.jobs = jobs;
		}

		@PostMapping("/exports/{name}/start")
		void start(@PathVariable String name) {
			this.exports.compute(name, (key, running) -> {
				if (running != null) {
					running.cancel(false);
				}
				return this.jobs.scheduleWithFixedDelay(() -> export(key), 0, 20, TimeUnit.MILLISECONDS);
			});
		}

		@PostMapping("/exports/{name}/stop")
		void stop(@PathVariable String name) {
			ScheduledFuture<?> export = this.exports.remove(name);
			if (export != null) {
				export.cancel(true);
			}
		}

		private void export(String name) {
		}

	}

	/** Campaigns, each a record with its future. */
	@RestController
	static class CampaignsInRecords {

		private final TaskScheduler scheduler;

		private final Map<String, Campaign> campaigns = new ConcurrentHashMap<>();

		CampaignsInRecords(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/campaigns/{name}/start")
		String start(@PathVariable String name) {
			Campaign campaign = this.campaigns.computeIfAbsent(name, (it) -> new Campaign(it, Instant.now(),
					this.scheduler.scheduleAtFixedRate(() -> mail(it), Duration.ofHours(1))));
			return campaign.name();
		}

		@PostMapping("/campaigns/{name}/stop")
		void stop(@PathVariable String name) {
			this.campaigns.remove(name).mailing().cancel(false);
		}

		private void mail(String campaign) {
		}

		private record Campaign(String name, Instant since, ScheduledFuture<?> mailing) {
		}

	}

	/** Feeds that a registry of the application's own knows. */
	@RestController
	static class FeedsInRegistry {

		private final TaskScheduler scheduler;

		private final FeedRegistry registry = new FeedRegistry();

		FeedsInRegistry(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/feeds/{name}/start")
		void start(@PathVariable String name) {
			Feed feed = new Feed(name);
			this.registry.register(name,
					new FeedHandle(feed, this.scheduler.scheduleWithFixedDelay(feed::pull, Duration.ofHours(1))));
		}

		@PostMapping("/feeds/{name}/stop")
		void stop(@PathVariable String name) {
			this.registry.unregister(name);
		}

		private static final class FeedRegistry {

			private final Map<String, FeedHandle> feeds = new ConcurrentHashMap<>();

			void register(String name, FeedHandle handle) {
				FeedHandle before = this.feeds.put(name, handle);
				if (before != null) {
					before.close();
				}
			}

			void unregister(String name) {
				this.feeds.remove(name).close();
			}

		}

		private record FeedHandle(Feed feed, ScheduledFuture<?> pulling) {

			void close() {
				this.pulling.cancel(false);
			}

		}

		private record Feed(String name) {

			void pull() {
			}

		}

	}

	/** The one poll there is, swapped without a lock. */
	@RestController
	static class PollInAtomicReference {

		private final TaskScheduler scheduler;

		private final AtomicReference<ScheduledFuture<?>> poll = new AtomicReference<>();

		PollInAtomicReference(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/poll/start")
		void start() {
			replace(this.scheduler.scheduleAtFixedRate(() -> {
			}, Duration.ofHours(1)));
		}

		@PostMapping("/poll/stop")
		void stop() {
			replace(null);
		}

		private void replace(ScheduledFuture<?> next) {
			ScheduledFuture<?> before = this.poll.getAndSet(next);
			if (before != null) {
				before.cancel(false);
			}
		}

	}

	/** Job objects that know their own future, in a repository. */
	@RestController
	static class JobsInRepository {

		private final TaskScheduler scheduler;

		private final Map<Integer, Job> repository = new ConcurrentHashMap<>();

		private final AtomicInteger ids = new AtomicInteger();

		JobsInRepository(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/jobs")
		int create() {
			Job job = new Job(this.ids.incrementAndGet());
			this.repository.put(job.id, job);
			job.start(this.scheduler);
			return job.id;
		}

		@PostMapping("/jobs/{id}/stop")
		void stop(@PathVariable int id) {
			this.repository.remove(id).stop();
		}

		private static final class Job implements Runnable {

			private final int id;

			private ScheduledFuture<?> future;

			Job(int id) {
				this.id = id;
			}

			void start(TaskScheduler scheduler) {
				this.future = scheduler.scheduleAtFixedRate(this, Duration.ofMillis(20));
			}

			void stop() {
				this.future.cancel(false);
			}

			@Override
			public void run() {
			}

		}

	}

	/** Keeps how to stop each watch, not its future. */
	@RestController
	static class StopsInMap {

		private final TaskScheduler scheduler;

		private final Map<String, Runnable> stops = new ConcurrentHashMap<>();

		StopsInMap(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/watches/{path}/start")
		void start(@PathVariable String path) {
			ScheduledFuture<?> watch = this.scheduler.scheduleAtFixedRate(() -> look(path), Duration.ofHours(1));
			this.stops.put(path, () -> watch.cancel(false));
		}

		@PostMapping("/watches/{path}/stop")
		void stop(@PathVariable String path) {
			this.stops.remove(path).run();
		}

		private void look(String path) {
		}

	}

	/** The user's own watch, in the HTTP session. */
	@RestController
	static class WatchInHttpSession {

		private final TaskScheduler scheduler;

		WatchInHttpSession(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/mywatch/start")
		void start(HttpSession session) {
			session.setAttribute("watch", this.scheduler.scheduleAtFixedRate(() -> {
			}, Duration.ofHours(1)));
		}

		@PostMapping("/mywatch/stop")
		void stop(HttpSession session) {
			((ScheduledFuture<?>) session.getAttribute("watch")).cancel(false);
		}

	}

	/** Probes in a cache of Guava's that stops what falls out. */
	@RestController
	static class ProbesInGuavaCache {

		private final TaskScheduler scheduler;

		private final Cache<String, ScheduledFuture<?>> probes = CacheBuilder.newBuilder()
			.maximumSize(3)
			.removalListener((removed) -> ((ScheduledFuture<?>) removed.getValue()).cancel(false))
			.build();

		ProbesInGuavaCache(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/probes/{host}")
		void probe(@PathVariable String host) {
			this.probes.put(host, this.scheduler.scheduleAtFixedRate(() -> {
			}, Duration.ofHours(1)));
		}

	}

}
