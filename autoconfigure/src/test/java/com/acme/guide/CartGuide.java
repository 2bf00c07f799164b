package com.acme.guide;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What docs/choosing.md shows of requests and of pieces of work. */
@SuppressWarnings("TimeoutNotCancelled") // one of the traps
public class CartGuide {

	private final TaskScheduler taskScheduler;

	private final TaskScopes scopes;

	public CartGuide(TaskScheduler taskScheduler, TaskScopes scopes) {
		this.taskScheduler = taskScheduler;
		this.scopes = scopes;
	}

	public void trap(String cart) {
		this.taskScheduler.schedule(() -> expire(cart), Instant.now().plusSeconds(1800));
	}

	public void endsWithTheRequest(String cart) {
		this.scopes.request().after(Duration.ofSeconds(30), () -> expire(cart));
	}

	public void outlivesTheRequestOnPurpose(String cart) {
		this.scopes.application().after(Duration.ofMinutes(30), () -> expire(cart));
	}

	public SseEmitter events() {
		SseEmitter emitter = new SseEmitter(60_000L);
		ScheduledFuture<?> feed = this.taskScheduler.scheduleAtFixedRate(() -> send(emitter), Duration.ofSeconds(1));
		emitter.onCompletion(() -> feed.cancel(false));
		return emitter;
	}

	public void work() {
		try (TaskScope scope = this.scopes.open("import-42", Duration.ofMinutes(5))) {
			scope.every(Duration.ofSeconds(1), this::reportProgress);
			importAll();
		}
	}

	public void timeoutTrap(CompletableFuture<String> reply) {
		this.taskScheduler.schedule(() -> reply.completeExceptionally(new TimeoutException()),
				Instant.now().plusSeconds(30));
	}

	public void timeout(CompletableFuture<String> reply) {
		reply.orTimeout(30, TimeUnit.SECONDS);
	}

	private void expire(String cart) {
	}

	private void send(SseEmitter emitter) {
	}

	private void reportProgress() {
	}

	private void importAll() {
	}

}
