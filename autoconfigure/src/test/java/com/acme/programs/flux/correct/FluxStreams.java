package com.acme.programs.flux.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

import org.springframework.http.MediaType;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Streams, timeouts and retries whose time comes from the application's scheduler. */
class FluxStreams {

	/** One interval for all who listen, which ends a little after the last has left. */
	@RestController
	static class SharedInterval {

		private final Flux<Long> ticks;

		SharedInterval(Scheduler reactor) {
			this.ticks = Flux.interval(Duration.ofMillis(20), reactor)
				.onBackpressureDrop()
				.publish()
				.refCount(1, Duration.ofMillis(200), reactor);
		}

		@GetMapping(path = "/ticks", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<Long> ticks() {
			return this.ticks;
		}

	}

	/** One interval for all who listen, which the first begins and nobody ends. */
	@RestController
	static class AutoConnected {

		private final Flux<Long> ticks;

		AutoConnected(Scheduler reactor) {
			this.ticks = Flux.interval(Duration.ofMillis(20), reactor).onBackpressureDrop().publish().autoConnect();
		}

		@GetMapping(path = "/beats", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<Long> ticks() {
			return this.ticks;
		}

	}

	/** An interval for each client. */
	@RestController
	static class OwnInterval {

		private final Scheduler reactor;

		OwnInterval(Scheduler reactor) {
			this.reactor = reactor;
		}

		@GetMapping(path = "/scores", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<Long> scores() {
			return Flux.interval(Duration.ofMillis(20), this.reactor).onBackpressureDrop();
		}

	}

	/** A feed of the scheduler's that ends with its stream. */
	@RestController
	static class CarefulFeed {

		private final TaskScheduler scheduler;

		CarefulFeed(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping(path = "/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> feed() {
			return Flux.create((sink) -> {
				ScheduledFuture<?> feed = this.scheduler.scheduleAtFixedRate(() -> sink.next("tick"),
						Duration.ofMillis(20));
				sink.onDispose(() -> feed.cancel(false));
			});
		}

	}

	/** A timeout that the answer cancels. */
	@RestController
	static class Timeout {

		private final Scheduler reactor;

		Timeout(Scheduler reactor) {
			this.reactor = reactor;
		}

		@GetMapping("/ask")
		Mono<String> ask() {
			return Mono.delay(Duration.ofMillis(5), this.reactor)
				.map((tick) -> "answer")
				.timeout(Duration.ofHours(1), this.reactor);
		}

	}

	/** A write that waits until the writers are quiet. */
	@RestController
	static class Debounced {

		private final Sinks.Many<String> writes = Sinks.many().unicast().onBackpressureBuffer();

		private final Disposable writing;

		Debounced(Scheduler reactor) {
			this.writing = this.writes.asFlux()
				.sampleTimeout((it) -> Mono.delay(Duration.ofHours(1), reactor))
				.subscribe();
		}

		@PostMapping("/documents/{id}")
		synchronized Mono<Void> save(@PathVariable String id) {
			this.writes.tryEmitNext(id);
			return Mono.empty();
		}

	}

	/** Bundles of a hundred, or of what came within an hour. */
	@RestController
	static class Bundles {

		private final Sinks.Many<String> orders = Sinks.many().unicast().onBackpressureBuffer();

		private final Disposable bundling;

		Bundles(Scheduler reactor) {
			this.bundling = this.orders.asFlux().bufferTimeout(100, Duration.ofHours(1), reactor).subscribe();
		}

		@PostMapping("/bundles/{id}")
		synchronized Mono<Void> order(@PathVariable String id) {
			this.orders.tryEmitNext(id);
			return Mono.empty();
		}

	}

	/** Tries again later and later, after the answer was given. */
	@RestController
	static class Retries {

		private final Scheduler reactor;

		Retries(Scheduler reactor) {
			this.reactor = reactor;
		}

		@PostMapping("/webhooks/{id}")
		Mono<Void> deliver(@PathVariable String id) {
			Mono.error(new IllegalStateException("down"))
				.retryWhen(Retry.backoff(5, Duration.ofHours(1)).scheduler(this.reactor))
				.subscribe((it) -> {
				}, (failure) -> {
				});
			return Mono.empty();
		}

	}

	/** A value that is read again when it is an hour old. */
	@RestController
	static class Cached {

		private final Mono<String> rates;

		Cached(Scheduler reactor) {
			this.rates = Mono.fromCallable(() -> "1.1").cache(Duration.ofHours(1), reactor);
		}

		@GetMapping("/rates")
		Mono<String> rates() {
			return this.rates;
		}

	}

	/** A delayed answer, and the reminder that its sender gets. */
	@RestController
	static class Delayed {

		private final TaskScheduler scheduler;

		private final Scheduler reactor;

		Delayed(TaskScheduler taskScheduler, Scheduler reactor) {
			this.scheduler = taskScheduler;
			this.reactor = reactor;
		}

		@PostMapping("/messages/{id}")
		Mono<String> send(@PathVariable String id) {
			return Mono.just(id).delayElement(Duration.ofMillis(5), this.reactor).doOnNext((it) -> remind(it));
		}

		private void remind(String id) {
			this.scheduler.schedule(() -> {
			}, Instant.now().plus(Duration.ofDays(1)));
		}

	}

}
