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

/** Retries with backoff, delayed messages, and caches that refresh what is in use. */
class Deliveries {

	/** Tries again later and later; the partner is down. */
	@RestController
	static class Webhooks {

		private final TaskScheduler scheduler;

		Webhooks(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/webhooks/{id}")
		void deliver(@PathVariable String id) {
			attempt(id, 1);
		}

		private void attempt(String id, int number) {
			if (number < 6) {
				Duration backoff = (number < 3) ? Duration.ofMillis(10L * number) : Duration.ofHours(number);
				this.scheduler.schedule(() -> attempt(id, number + 1), Instant.now().plus(backoff));
			}
		}

	}

	/** The same as an object that schedules itself. */
	@RestController
	static class Parcels {

		private final ScheduledExecutorService jobs;

		Parcels(ScheduledExecutorService jobs) {
			this.jobs = jobs;
		}

		@PostMapping("/parcels/{id}")
		void deliver(@PathVariable String id) {
			new Delivery(this.jobs, id).run();
		}

		private static final class Delivery implements Runnable {

			private final ScheduledExecutorService jobs;

			private final String parcel;

			private long delay = 10;

			Delivery(ScheduledExecutorService jobs, String parcel) {
				this.jobs = jobs;
				this.parcel = parcel;
			}

			@Override
			public void run() {
				this.jobs.schedule(this, this.delay, TimeUnit.MILLISECONDS);
				this.delay *= 1000;
			}

		}

	}

	/** Succeeds at the third attempt. */
	@RestController
	static class Payments {

		private final TaskScheduler scheduler;

		private final AtomicInteger paid = new AtomicInteger();

		Payments(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/payments")
		void pay() {
			attempt(1);
		}

		@GetMapping("/payments")
		int paid() {
			return this.paid.get();
		}

		private void attempt(int number) {
			if (number == 3) {
				this.paid.incrementAndGet();
				return;
			}
			this.scheduler.schedule(() -> attempt(number + 1), Instant.now().plusMillis(5));
		}

	}

	/** Messages that are to be seen a day later. */
	@RestController
	static class DelayedMessages {

		private final ScheduledExecutorService jobs;

		private final Map<String, Message> pending = new ConcurrentHashMap<>();

		DelayedMessages(ScheduledExecutorService jobs) {
			this.jobs = jobs;
		}

		@PostMapping("/messages/{id}")
		void send(@PathVariable String id) {
			Message message = new Message(id, "payload of " + id, Instant.now());
			this.pending.put(id, message);
			this.jobs.schedule(() -> this.pending.remove(id, message), 1, TimeUnit.DAYS);
		}

		private record Message(String id, Object payload, Instant sent) {
		}

	}

	/** A symbol that is in use is refreshed; the entry knows how to stop. */
	@RestController
	static class Quotes {

		private final TaskScheduler scheduler;

		private final Map<String, Quote> quotes = new ConcurrentHashMap<>();

		Quotes(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping("/quote/{symbol}")
		int quote(@PathVariable String symbol) {
			return this.quotes.computeIfAbsent(symbol, (it) -> new Quote(it, this.scheduler)).value.get();
		}

		@PostMapping("/quote/{symbol}/evict")
		void evict(@PathVariable String symbol) {
			this.quotes.remove(symbol).refresh.cancel(false);
		}

		private static final class Quote {

			private final String symbol;

			private final AtomicInteger value = new AtomicInteger();

			private final ScheduledFuture<?> refresh;

			Quote(String symbol, TaskScheduler scheduler) {
				this.symbol = symbol;
				this.refresh = scheduler.scheduleWithFixedDelay(this::load, Duration.ofMillis(20));
			}

			private void load() {
				this.value.incrementAndGet();
			}

		}

	}

	/** What was read is dropped an hour later. */
	@RestController
	static class ExpiringEntries {

		private final TaskScheduler scheduler;

		private final Map<String, Object> entries = new ConcurrentHashMap<>();

		ExpiringEntries(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping("/entries/{key}")
		String read(@PathVariable String key) {
			this.entries.computeIfAbsent(key, (it) -> {
				this.scheduler.schedule(() -> this.entries.remove(it), Instant.now().plusSeconds(3600));
				return new Object();
			});
			return key;
		}

	}

}
