package com.acme.matrix;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.DisposableBean;

/** A bean whose timers live as long as it does, which is what most timers do. */
public class Steady implements DisposableBean {

	private final Disposable interval = Flux.interval(Duration.ofHours(1)).subscribe();

	private final ScheduledFuture<?> job;

	public Steady(ScheduledExecutorService pool) {
		this.job = pool.scheduleAtFixedRate(() -> {
		}, 1, 1, TimeUnit.HOURS);
	}

	@Override
	public void destroy() {
		this.job.cancel(false);
		this.interval.dispose();
	}

}
