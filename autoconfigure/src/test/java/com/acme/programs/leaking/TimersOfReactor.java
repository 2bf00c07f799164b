package com.acme.programs.leaking;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Each request leaves an interval of Reactor, until the end of all. */
@RestController
@SuppressWarnings("PeriodicTaskInRequest") // the leak
class TimersOfReactor implements DisposableBean {

	private final Map<String, Disposable> watched = new ConcurrentHashMap<>();

	@PostMapping("/parallel/carts/{id}")
	void watch(@PathVariable String id) {
		this.watched.put(id, Flux.interval(Duration.ofHours(1)).subscribe());
	}

	@Override
	public void destroy() {
		this.watched.values().forEach(Disposable::dispose);
	}

}
