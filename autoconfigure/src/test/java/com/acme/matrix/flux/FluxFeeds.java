package com.acme.matrix.flux;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.http.MediaType;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests that are answered once, or until the client has enough. */
@RestController
@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leaks
class FluxFeeds {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration SHORT = Duration.ofMillis(20);

	private final TaskScheduler scheduler;

	FluxFeeds(TaskScheduler taskScheduler) {
		this.scheduler = taskScheduler;
	}

	@GetMapping("/leaking/value")
	Mono<String> leakingValue() {
		this.scheduler.scheduleAtFixedRate(() -> {
		}, HOUR);
		return Mono.just("ok");
	}

	@GetMapping("/careful/value")
	Mono<String> carefulValue() {
		ScheduledFuture<?> watch = this.scheduler.scheduleAtFixedRate(() -> {
		}, HOUR);
		return Mono.just("ok").doFinally((signal) -> watch.cancel(false));
	}

	@GetMapping(path = "/leaking/sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<String> leakingEvents(@RequestParam(defaultValue = "1000000") int count) {
		Sinks.Many<String> sink = Sinks.many().multicast().directBestEffort();
		this.scheduler.scheduleAtFixedRate(() -> sink.tryEmitNext("tick"), SHORT);
		return sink.asFlux().take(count);
	}

	@GetMapping(path = "/careful/sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<String> carefulEvents(@RequestParam(defaultValue = "1000000") int count) {
		return Flux.defer(() -> {
			Sinks.Many<String> sink = Sinks.many().multicast().directBestEffort();
			ScheduledFuture<?> feed = this.scheduler.scheduleAtFixedRate(() -> sink.tryEmitNext("tick"), SHORT);
			return sink.asFlux().take(count).doFinally((signal) -> feed.cancel(false));
		});
	}

}
