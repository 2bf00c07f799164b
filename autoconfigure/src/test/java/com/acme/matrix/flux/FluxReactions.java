package com.acme.matrix.flux;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests that schedule on Reactor's own schedulers, and on the pool of a bean. */
@RestController
@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leaks
class FluxReactions implements DisposableBean {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration SHORT = Duration.ofMillis(20);

	private final ScheduledExecutorService pool;

	/** The leaks, until the end of all. */
	private final Queue<Disposable> kept = new ConcurrentLinkedQueue<>();

	FluxReactions(ScheduledExecutorService pool) {
		this.pool = pool;
	}

	@GetMapping("/leaking/interval")
	Mono<String> leakingInterval() {
		return keep(Flux.interval(HOUR).subscribe());
	}

	@GetMapping("/careful/interval")
	Mono<String> carefulInterval() {
		return dispose(Flux.interval(HOUR).subscribe());
	}

	/** Another thread than the request's. */
	@GetMapping("/leaking/elsewhere")
	Mono<String> leakingElsewhere() {
		return Mono.fromCallable(this::leakElsewhere).subscribeOn(Schedulers.boundedElastic());
	}

	@GetMapping("/careful/elsewhere")
	Mono<String> carefulElsewhere() {
		return Mono.just("ok").publishOn(Schedulers.boundedElastic()).flatMap((it) -> carefulInterval());
	}

	private String leakElsewhere() {
		this.kept.add(Flux.interval(HOUR).subscribe());
		return "ok";
	}

	@GetMapping("/leaking/delay")
	Mono<String> leakingDelay() {
		return keep(Mono.delay(HOUR).subscribe());
	}

	@GetMapping("/careful/delay")
	Mono<String> carefulDelay() {
		return Mono.delay(SHORT).thenReturn("ok");
	}

	@GetMapping("/leaking/timeout")
	Mono<String> leakingTimeout() {
		return keep(Mono.never().timeout(HOUR).subscribe());
	}

	@GetMapping("/careful/timeout")
	Mono<String> carefulTimeout() {
		return Mono.delay(SHORT).thenReturn("ok").timeout(HOUR);
	}

	@GetMapping("/leaking/retry")
	Mono<String> leakingRetry() {
		return keep(Mono.error(new IllegalStateException("down")).retryWhen(Retry.backoff(3, HOUR)).subscribe());
	}

	@GetMapping("/careful/retry")
	Mono<String> carefulRetry() {
		return Mono.<String>error(new IllegalStateException("down"))
			.retryWhen(Retry.backoff(2, SHORT))
			.onErrorReturn("ok");
	}

	@GetMapping("/leaking/pool")
	Mono<String> leakingPool() {
		this.pool.scheduleAtFixedRate(() -> {
		}, 1, 1, TimeUnit.HOURS);
		return Mono.just("ok");
	}

	@GetMapping("/careful/pool")
	Mono<String> carefulPool() {
		this.pool.scheduleAtFixedRate(() -> {
		}, 1, 1, TimeUnit.HOURS).cancel(false);
		return Mono.just("ok");
	}

	/** A stream, beside which something else ticks. */
	@GetMapping(path = "/leaking/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<Long> leakingStream(@RequestParam(defaultValue = "1000000") int count) {
		this.kept.add(Flux.interval(HOUR).subscribe());
		return Flux.interval(SHORT).onBackpressureDrop().take(count);
	}

	@GetMapping(path = "/careful/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<Long> carefulStream(@RequestParam(defaultValue = "1000000") int count) {
		Disposable watch = Flux.interval(HOUR).subscribe();
		return Flux.interval(SHORT).onBackpressureDrop().take(count).doFinally((signal) -> watch.dispose());
	}

	private Mono<String> keep(Disposable timer) {
		this.kept.add(timer);
		return Mono.just("ok");
	}

	private static Mono<String> dispose(Disposable timer) {
		timer.dispose();
		return Mono.just("ok");
	}

	@Override
	public void destroy() {
		this.kept.forEach(Disposable::dispose);
	}

}
