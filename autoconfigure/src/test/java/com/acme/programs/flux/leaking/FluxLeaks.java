package com.acme.programs.flux.leaking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** What leaks in WebFlux. */
@SuppressWarnings("PeriodicTaskInRequest") // the leak
class FluxLeaks {

	private static final Duration HOUR = Duration.ofHours(1);

	/** With what ended. All futures are kept. */
	@RestController
	static class Stale {

		private final TaskScheduler scheduler;

		private final List<Future<?>> kept = Collections.synchronizedList(new ArrayList<>());

		Stale(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping("/stale/exchange")
		Mono<String> exchange(ServerWebExchange exchange) {
			this.kept.add(this.scheduler.scheduleAtFixedRate(() -> exchange.getAttributes(), HOUR));
			return Mono.just("ok");
		}

		@GetMapping("/stale/request")
		Mono<String> request(ServerHttpRequest request) {
			this.kept.add(this.scheduler.schedule(() -> request.getURI(), Instant.now().plus(HOUR)));
			return Mono.just("ok");
		}

		@GetMapping("/stale/response")
		Mono<String> response(ServerHttpResponse response) {
			return Mono.fromCallable(() -> {
				this.kept.add(this.scheduler.scheduleAtFixedRate(() -> response.isCommitted(), HOUR));
				return "ok";
			});
		}

		@GetMapping("/stale/disposable")
		Mono<String> disposable() {
			Disposable subscription = Mono.never().subscribe();
			this.kept.add(this.scheduler.scheduleAtFixedRate(() -> subscription.isDisposed(), HOUR));
			subscription.dispose();
			return Mono.just("ok");
		}

		@GetMapping("/stale/context")
		Mono<String> context() {
			AnnotationConfigApplicationContext tenant = new AnnotationConfigApplicationContext();
			tenant.refresh();
			this.kept.add(this.scheduler.scheduleAtFixedRate(() -> tenant.getBeanDefinitionCount(), HOUR));
			tenant.close();
			return Mono.just("ok");
		}

	}

	/** Whose futures are gone. */
	@RestController
	static class Unreachable {

		private final TaskScheduler scheduler;

		private Future<?> report;

		Unreachable(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/unreachable/dropped")
		Mono<Void> dropped() {
			return Mono.fromRunnable(() -> this.scheduler.scheduleAtFixedRate(() -> {
			}, HOUR));
		}

		@PostMapping("/unreachable/overwritten")
		synchronized Mono<Void> overwritten() {
			this.report = this.scheduler.scheduleAtFixedRate(() -> {
			}, HOUR);
			return Mono.empty();
		}

		@GetMapping(path = "/unreachable/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> feed() {
			Sinks.Many<String> sink = Sinks.many().multicast().directBestEffort();
			feedInto(sink);
			return sink.asFlux();
		}

		private void feedInto(Sinks.Many<String> sink) {
			this.scheduler.scheduleAtFixedRate(() -> sink.tryEmitNext("tick"), Duration.ofMillis(20));
		}

	}

	/** In a map that nobody empties. */
	@RestController
	static class Piling {

		private final TaskScheduler scheduler;

		private final Map<String, Future<?>> tracked = new ConcurrentHashMap<>();

		Piling(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/orders/{id}")
		Mono<String> place(@PathVariable String id) {
			return Mono.just(id).doOnNext(this::track);
		}

		private void track(String id) {
			this.tracked.put(id, this.scheduler.scheduleAtFixedRate(() -> {
			}, HOUR));
		}

	}

}
