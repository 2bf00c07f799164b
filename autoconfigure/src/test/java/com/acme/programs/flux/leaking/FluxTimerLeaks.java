package com.acme.programs.flux.leaking;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Each request leaves an interval on Reactor's own schedulers, until the end of all. */
@RestController
@SuppressWarnings("PeriodicTaskInRequest") // the leak
class FluxTimerLeaks implements DisposableBean {

	private static final Duration HOUR = Duration.ofHours(1);

	private final Map<String, Disposable> watched = new ConcurrentHashMap<>();

	@PostMapping("/parallel/carts/{id}")
	Mono<Void> watch(@PathVariable String id) {
		this.watched.put("cart " + id, Flux.interval(HOUR).subscribe());
		return Mono.empty();
	}

	@PostMapping("/elastic/carts/{id}")
	Mono<Void> watchElsewhere(@PathVariable String id) {
		return Mono.just(id).publishOn(Schedulers.boundedElastic()).doOnNext(this::watchLater).then();
	}

	@PostMapping("/later/carts/{id}")
	Mono<Void> watchAfterAWhile(@PathVariable String id) {
		return Mono.delay(Duration.ofMillis(5)).doOnNext((tick) -> watchAtLast(id)).then();
	}

	private void watchLater(String id) {
		this.watched.put("elsewhere " + id, Flux.interval(HOUR, Schedulers.single()).subscribe());
	}

	private void watchAtLast(String id) {
		this.watched.put("at last " + id, Flux.interval(HOUR, Schedulers.boundedElastic()).subscribe());
	}

	@Override
	public void destroy() {
		this.watched.values().forEach(Disposable::dispose);
	}

}
