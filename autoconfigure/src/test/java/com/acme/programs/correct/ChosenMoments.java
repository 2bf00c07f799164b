package com.acme.programs.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Work that is due once, at a moment that somebody chose. */
class ChosenMoments {

	/** A reminder in three days; nobody ever takes one back. */
	@RestController
	static class Reminders {

		private final TaskScheduler scheduler;

		Reminders(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/reminders/{user}")
		void remind(@PathVariable String user) {
			this.scheduler.schedule(() -> mail(user), Instant.now().plus(Duration.ofDays(3)));
		}

		private void mail(String user) {
		}

	}

	/** Articles with a time of publication that can be moved. */
	@RestController
	static class PublishAt {

		private final TaskScheduler scheduler;

		private final Map<String, ScheduledFuture<?>> planned = new ConcurrentHashMap<>();

		PublishAt(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/articles/{id}/publish-in/{hours}")
		void plan(@PathVariable String id, @PathVariable int hours) {
			Article article = new Article(id, "text of " + id);
			ScheduledFuture<?> before = this.planned.put(id,
					this.scheduler.schedule(() -> publish(article), Instant.now().plus(Duration.ofHours(hours))));
			if (before != null) {
				before.cancel(false);
			}
		}

		private void publish(Article article) {
			this.planned.remove(article.id());
		}

		private record Article(String id, String text) {
		}

	}

	/** Auctions close at their deadline. */
	@RestController
	static class Auctions {

		private final ScheduledExecutorService jobs;

		Auctions(ScheduledExecutorService jobs) {
			this.jobs = jobs;
		}

		@PostMapping("/auctions/{id}")
		void open(@PathVariable String id) {
			Auction auction = new Auction(id);
			this.jobs.schedule(auction::close, 7, TimeUnit.DAYS);
		}

		private static final class Auction {

			private final String id;

			private boolean closed;

			Auction(String id) {
				this.id = id;
			}

			private synchronized void close() {
				this.closed = true;
			}

		}

	}

	/** A named task per user. */
	@RestController
	static class Trials {

		private final TaskScheduler scheduler;

		Trials(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/trials/{user}")
		void begin(@PathVariable String user) {
			this.scheduler.schedule(new EndOfTrial(user), Instant.now().plus(Duration.ofDays(30)));
		}

		private record EndOfTrial(String user) implements Runnable {

			@Override
			public void run() {
			}

		}

	}

	/** Due soon, and then it has happened. */
	@RestController
	static class SoonDue {

		private final TaskScheduler scheduler;

		private final AtomicInteger sent = new AtomicInteger();

		SoonDue(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/receipts")
		void receipt() {
			this.scheduler.schedule(this.sent::incrementAndGet, Instant.now().plusMillis(400));
		}

		@GetMapping("/receipts")
		int sent() {
			return this.sent.get();
		}

	}

}
