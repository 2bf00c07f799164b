package com.acme.others;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.google.common.util.concurrent.MoreExecutors;
import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.micrometer.context.ContextScheduledExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.opentelemetry.context.Context;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.security.concurrent.DelegatingSecurityContextScheduledExecutorService;

/** What the handler of a request does with the libraries of others. */
public class Handlers {

	private static final Duration LONG = Duration.ofHours(1);

	private final ScheduledExecutorService executor;

	private final TaskScheduler scheduler;

	public Handlers(ScheduledExecutorService executor, TaskScheduler scheduler) {
		this.executor = executor;
		this.scheduler = scheduler;
	}

	public void query(HikariDataSource database) {
		try (Connection connection = database.getConnection()) {
			connection.setReadOnly(true);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public void remember(Cache<String, String> cache) {
		cache.put("order", "4711");
	}

	public void retry(Retry retry) {
		retry.executeCompletionStage(this.executor, () -> CompletableFuture.failedFuture(new IllegalStateException()));
	}

	public void call(Exports exports) {
		exports.export();
	}

	public void tell(ApplicationEventPublisher events) {
		events.publishEvent("ordered");
	}

	public void delay() {
		Mono.delay(LONG, Schedulers.fromExecutorService(this.executor)).subscribe();
	}

	public void timeout() {
		Mono.never().timeout(LONG, Schedulers.fromExecutorService(this.executor)).subscribe();
	}

	public void withTracing() {
		Context.taskWrapping(this.executor).schedule(Handlers::later, 1, TimeUnit.HOURS);
	}

	public void limit(TimeLimiter limiter) {
		limiter.executeCompletionStage(this.executor, CompletableFuture::new);
	}

	public void send(MessageHandler handler) {
		handler.handleMessage(MessageBuilder.withPayload("order").build());
	}

	public void callTwice(Exports exports) {
		exports.export();
		exports.export();
	}

	public void callAnother(Exports exports) {
		exports.remind(this.scheduler);
	}

	public void tick() {
		Flux.interval(LONG, Schedulers.fromExecutorService(this.executor)).subscribe();
	}

	@SuppressWarnings("CheckReturnValue")
	public void withGuava() {
		MoreExecutors.listeningDecorator(this.executor).schedule(Handlers::later, 1, TimeUnit.HOURS);
	}

	public void withSecurity() {
		new DelegatingSecurityContextScheduledExecutorService(this.executor).schedule(Handlers::later, 1,
				TimeUnit.HOURS);
	}

	public void withContext() {
		ContextScheduledExecutorService.wrap(this.executor, () -> ContextSnapshotFactory.builder().build().captureAll())
			.schedule(Handlers::later, 1, TimeUnit.HOURS);
	}

	public void itself() {
		this.scheduler.schedule(Handlers::later, Instant.now().plus(LONG));
	}

	private static void later() {
	}

}
