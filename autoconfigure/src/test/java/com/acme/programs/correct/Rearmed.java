package com.acme.programs.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Timeouts that each message puts off, and timeouts that the answer cancels. */
class Rearmed {

	/** A cart is given up half an hour after the last click. */
	@RestController
	static class IdleCarts {

		private final TaskScheduler scheduler;

		private final Map<String, ScheduledFuture<?>> expiries = new ConcurrentHashMap<>();

		IdleCarts(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/carts/{id}/click")
		void click(@PathVariable String id) {
			this.expiries.compute(id, (key, expiry) -> {
				if (expiry != null) {
					expiry.cancel(false);
				}
				return this.scheduler.schedule(() -> this.expiries.remove(key),
						Instant.now().plus(Duration.ofMinutes(30)));
			});
		}

	}

	/** An index that is built once the writers are quiet. */
	@RestController
	static class DebouncedIndex {

		private final ScheduledExecutorService jobs;

		private ScheduledFuture<?> build;

		DebouncedIndex(ScheduledExecutorService jobs) {
			this.jobs = jobs;
		}

		@PostMapping("/documents/{id}")
		synchronized void save(@PathVariable String id) {
			if (this.build != null) {
				this.build.cancel(false);
			}
			this.build = this.jobs.schedule(this::build, 1, TimeUnit.HOURS);
		}

		private void build() {
		}

	}

	/** A dead man's switch: alarms for as long as no sign of life came. */
	@RestController
	static class DeadMansSwitch {

		private final TaskScheduler scheduler;

		private ScheduledFuture<?> alarms;

		DeadMansSwitch(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/alive")
		synchronized void alive() {
			if (this.alarms != null) {
				this.alarms.cancel(false);
			}
			this.alarms = this.scheduler.scheduleAtFixedRate(() -> {
			}, Instant.now().plus(Duration.ofHours(1)), Duration.ofMinutes(1));
		}

	}

	/** A timeout that is cancelled when the future completes. */
	@RestController
	static class TimedReply {

		private final TaskScheduler scheduler;

		TimedReply(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping("/ask")
		CompletableFuture<String> ask() {
			CompletableFuture<String> reply = new CompletableFuture<>();
			ScheduledFuture<?> timeout = this.scheduler
				.schedule(() -> reply.completeExceptionally(new TimeoutException()), Instant.now().plusSeconds(3600));
			reply.whenComplete((answer, failure) -> timeout.cancel(false));
			this.scheduler.schedule(() -> reply.complete("answer"), Instant.now().plusMillis(5));
			return reply;
		}

	}

	/** The same with a result of Spring's. */
	@RestController
	static class DeferredReply {

		private final TaskScheduler scheduler;

		DeferredReply(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping("/defer")
		DeferredResult<String> defer() {
			DeferredResult<String> result = new DeferredResult<>(60_000L);
			ScheduledFuture<?> fallback = this.scheduler.schedule(() -> result.setResult("none"),
					Instant.now().plusSeconds(3600));
			result.onCompletion(() -> fallback.cancel(false));
			this.scheduler.schedule(() -> result.setResult("found"), Instant.now().plusMillis(5));
			return result;
		}

	}

}
