package com.acme.programs.flux.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicReference;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operators' jobs, chosen moments and lazy starts, in the ways of WebFlux. */
class FluxJobs {

	/** A report that is started, changed and stopped. */
	@RestController
	static class Report {

		private final TaskScheduler scheduler;

		private ScheduledFuture<?> report;

		Report(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/report/{millis}")
		Mono<Void> start(@PathVariable long millis) {
			return Mono.fromRunnable(() -> replace(millis));
		}

		private synchronized void replace(long millis) {
			if (this.report != null) {
				this.report.cancel(false);
			}
			this.report = this.scheduler.scheduleAtFixedRate(() -> {
			}, Duration.ofMillis(millis));
		}

	}

	/** The same as a subscription, on a scheduler of the application's. */
	@RestController
	static class Subscription {

		private final Scheduler reactor;

		private final AtomicReference<Disposable> polling = new AtomicReference<>();

		Subscription(Scheduler reactor) {
			this.reactor = reactor;
		}

		@PostMapping("/polling")
		Mono<Void> start() {
			Disposable before = this.polling.getAndSet(Flux.interval(Duration.ofMillis(20), this.reactor).subscribe());
			if (before != null) {
				before.dispose();
			}
			return Mono.empty();
		}

	}

	/** Reminders. */
	@RestController
	static class Reminders {

		private final TaskScheduler scheduler;

		Reminders(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/reminders/{user}")
		Mono<String> remind(@PathVariable String user) {
			return Mono.just(user).map((it) -> {
				this.scheduler.schedule(() -> mail(it), Instant.now().plus(Duration.ofDays(3)));
				return it;
			});
		}

		private void mail(String user) {
		}

	}

	/** Reminders that Reactor waits for. */
	@RestController
	static class Delays {

		private final Scheduler reactor;

		Delays(Scheduler reactor) {
			this.reactor = reactor;
		}

		@PostMapping("/delays/{user}")
		Mono<String> delay(@PathVariable String user) {
			Mono.delay(Duration.ofDays(3), this.reactor).map((tick) -> user).subscribe();
			return Mono.just(user);
		}

	}

	/** Begins at the first use, and keeps the future. */
	@RestController
	static class FirstUse {

		private final TaskScheduler scheduler;

		private final Map<String, ScheduledFuture<?>> refreshes = new ConcurrentHashMap<>();

		FirstUse(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping("/weather/{town}")
		Mono<String> weather(@PathVariable String town) {
			this.refreshes.computeIfAbsent(town,
					(it) -> this.scheduler.scheduleWithFixedDelay(() -> load(it), Duration.ofMillis(20)));
			return Mono.just("sunny");
		}

		private void load(String town) {
		}

	}

	/** A poll that ends itself. */
	@RestController
	static class Poll {

		private final TaskScheduler scheduler;

		Poll(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/imports")
		Mono<Void> start() {
			Sinks.One<ScheduledFuture<?>> self = Sinks.one();
			int[] left = { 1_000_000 };
			self.tryEmitValue(this.scheduler.scheduleAtFixedRate(() -> {
				if (--left[0] == 0) {
					self.asMono().subscribe((it) -> it.cancel(false));
				}
			}, Duration.ofMillis(20)));
			return Mono.empty();
		}

	}

}
