package com.acme.matrix.servlet;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Requests that schedule on Reactor's own schedulers, and on the pool of a bean. */
@RestController
@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leaks
class Reactions implements DisposableBean {

	private static final Duration HOUR = Duration.ofHours(1);

	private final ScheduledExecutorService pool;

	/** The leaks, until the end of all. */
	private final Queue<Disposable> kept = new ConcurrentLinkedQueue<>();

	Reactions(ScheduledExecutorService pool) {
		this.pool = pool;
	}

	@GetMapping("/leaking/interval")
	String leakingInterval() {
		return keep(Flux.interval(HOUR).subscribe());
	}

	@GetMapping("/careful/interval")
	String carefulInterval() {
		return dispose(Flux.interval(HOUR).subscribe());
	}

	@GetMapping("/leaking/delay")
	String leakingDelay() {
		return keep(Mono.delay(HOUR).subscribe());
	}

	@GetMapping("/careful/delay")
	String carefulDelay() {
		return dispose(Mono.delay(HOUR).subscribe());
	}

	@GetMapping("/leaking/timeout")
	String leakingTimeout() {
		return keep(Mono.never().timeout(HOUR).subscribe());
	}

	@GetMapping("/careful/timeout")
	String carefulTimeout() {
		return String.valueOf(Mono.delay(Duration.ofMillis(5)).timeout(HOUR).block());
	}

	@GetMapping("/leaking/retry")
	String leakingRetry() {
		return keep(Mono.error(new IllegalStateException("down")).retryWhen(Retry.backoff(3, HOUR)).subscribe());
	}

	@GetMapping("/careful/retry")
	String carefulRetry() {
		return dispose(Mono.error(new IllegalStateException("down")).retryWhen(Retry.backoff(3, HOUR)).subscribe());
	}

	@GetMapping("/leaking/pool")
	String leakingPool() {
		this.pool.scheduleAtFixedRate(() -> {
		}, 1, 1, TimeUnit.HOURS);
		return "ok";
	}

	@GetMapping("/careful/pool")
	String carefulPool() {
		ScheduledFuture<?> watch = this.pool.scheduleAtFixedRate(() -> {
		}, 1, 1, TimeUnit.HOURS);
		watch.cancel(false);
		return "ok";
	}

	@GetMapping("/leaking/late")
	DeferredResult<String> leakingLate() {
		DeferredResult<String> answer = new DeferredResult<>();
		keep(Flux.interval(HOUR).subscribe((tick) -> answer.setErrorResult("late")));
		answer.setResult("ok");
		return answer;
	}

	@GetMapping("/careful/late")
	DeferredResult<String> carefulLate() {
		DeferredResult<String> answer = new DeferredResult<>();
		Disposable watch = Flux.interval(HOUR).subscribe((tick) -> answer.setErrorResult("late"));
		answer.onCompletion(watch::dispose);
		answer.setResult("ok");
		return answer;
	}

	private String keep(Disposable timer) {
		this.kept.add(timer);
		return "ok";
	}

	private static String dispose(Disposable timer) {
		timer.dispose();
		return "ok";
	}

	@Override
	public void destroy() {
		this.kept.forEach(Disposable::dispose);
	}

}
