package com.acme.programs.flux.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Timers on Reactor's own schedulers. */
class FluxTimers {

	private static final Duration SOON = Duration.ofMillis(20);

	private static final Duration HOUR = Duration.ofHours(1);

	/** An interval for each client, and a heartbeat that ends with its stream. */
	@RestController
	static class Streams {

		@GetMapping(path = "/parallel/scores", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<Long> scores() {
			return Flux.interval(SOON).onBackpressureDrop();
		}

		@GetMapping(path = "/parallel/news", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> news() {
			Sinks.Many<String> news = Sinks.many().multicast().directBestEffort();
			Sinks.Empty<Void> over = Sinks.empty();
			Disposable heartbeat = Flux.interval(SOON)
				.takeUntilOther(over.asMono())
				.subscribe((tick) -> news.tryEmitNext("beat"));
			return news.asFlux().doFinally((signal) -> {
				over.tryEmitEmpty();
				heartbeat.dispose();
			});
		}

	}

	/** Timeouts that the answer cancels. */
	@RestController
	static class Timeout {

		@GetMapping("/parallel/ask")
		Mono<String> ask() {
			return Mono.delay(Duration.ofMillis(5)).map((tick) -> "answer").timeout(HOUR);
		}

		@GetMapping("/parallel/parts")
		Mono<Long> parts() {
			return Flux.range(0, 3).delayElements(Duration.ofMillis(2)).timeout(HOUR).count();
		}

	}

	/** Tries again later and later, after the answer was given. */
	@RestController
	static class Retries {

		@PostMapping("/parallel/webhooks/{id}")
		Mono<Void> deliver(@PathVariable String id) {
			Mono.error(new IllegalStateException("down")).retryWhen(Retry.backoff(5, HOUR)).subscribe((it) -> {
			}, (failure) -> {
			});
			return Mono.empty();
		}

	}

	/** Reminders that a request leaves after changes of its thread. */
	@RestController
	static class Reminders {

		private final TaskScheduler scheduler;

		Reminders(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/parallel/messages/{id}")
		Mono<String> send(@PathVariable String id) {
			return Mono.just(id).delayElement(Duration.ofMillis(5)).doOnNext((it) -> remind());
		}

		@PostMapping("/elastic/messages/{id}")
		Mono<Void> write(@PathVariable String id) {
			return Mono.<Void>fromRunnable(this::remindOfWrite).subscribeOn(Schedulers.boundedElastic());
		}

		private void remind() {
			this.scheduler.schedule(() -> {
			}, Instant.now().plus(Duration.ofDays(1)));
		}

		private void remindOfWrite() {
			this.scheduler.schedule(() -> {
			}, Instant.now().plus(Duration.ofDays(1)));
		}

	}

	/** Begins with its bean. */
	@RestController
	static class OfBean implements DisposableBean {

		private final Disposable polling = Flux.interval(SOON).subscribe();

		@Override
		public void destroy() {
			this.polling.dispose();
		}

	}

	/** Begins with its first use. */
	@RestController
	static class FirstUse implements DisposableBean {

		private final AtomicReference<@Nullable Disposable> polling = new AtomicReference<>();

		@GetMapping("/parallel/weather/{id}")
		Mono<String> weather(@PathVariable String id) {
			if (this.polling.get() == null) {
				this.polling.set(Flux.interval(SOON).subscribe());
			}
			return Mono.just("fair");
		}

		@Override
		public void destroy() {
			Disposable polling = this.polling.get();
			if (polling != null) {
				polling.dispose();
			}
		}

	}

}
