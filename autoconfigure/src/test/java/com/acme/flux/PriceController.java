package com.acme.flux;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.MediaType;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Schedules in the ways of WebFlux, each with a careful version. */
@RestController
public class PriceController {

	private final TaskScheduler scheduler;

	public PriceController(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@GetMapping("/plain/{id}")
	public Mono<String> plain(@PathVariable String id, @RequestParam boolean careful) {
		ScheduledFuture<?> refresh = refreshLater();
		return Mono.just(id).doFinally((signal) -> cancel(refresh, careful));
	}

	@GetMapping("/failing/{id}")
	public Mono<String> failing(@PathVariable String id, @RequestParam boolean careful) {
		return plain(id, careful).flatMap((it) -> Mono.error(new IllegalStateException("no price " + it)));
	}

	@GetMapping("/elsewhere/{id}")
	public Mono<String> elsewhere(@PathVariable String id, @RequestParam boolean careful) {
		return Mono.delay(Duration.ofMillis(10))
			.publishOn(Schedulers.boundedElastic())
			.flatMap((tick) -> plain(id, careful));
	}

	@GetMapping("/never/{id}")
	public Mono<String> never(@PathVariable String id, @RequestParam boolean careful) {
		ScheduledFuture<?> refresh = refreshLater();
		return Mono.<String>never().doFinally((signal) -> cancel(refresh, careful));
	}

	@GetMapping(path = "/events/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	public Flux<String> events(@PathVariable String id, @RequestParam boolean careful,
			@RequestParam(defaultValue = "1000000") int count) {
		ScheduledFuture<?> refresh = refreshLater();
		return Flux.interval(Duration.ofMillis(20))
			.onBackpressureDrop()
			.map((tick) -> id + tick)
			.take(count)
			.doFinally((signal) -> cancel(refresh, careful));
	}

	private ScheduledFuture<?> refreshLater() {
		return this.scheduler.schedule(() -> {
		}, Instant.now().plus(Duration.ofHours(1)));
	}

	private static void cancel(ScheduledFuture<?> refresh, boolean careful) {
		if (careful) {
			refresh.cancel(false);
		}
	}

}
