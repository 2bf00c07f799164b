package com.acme.matrix.servlet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Requests that are answered once. */
@RestController
@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leaks
class Values {

	private static final Duration HOUR = Duration.ofHours(1);

	private final TaskScheduler scheduler;

	Values(TaskScheduler taskScheduler) {
		this.scheduler = taskScheduler;
	}

	@GetMapping("/leaking/value")
	String leakingValue() {
		this.scheduler.scheduleAtFixedRate(() -> {
		}, HOUR);
		return "ok";
	}

	@GetMapping("/careful/value")
	String carefulValue() {
		ScheduledFuture<?> watch = this.scheduler.scheduleAtFixedRate(() -> {
		}, HOUR);
		try {
			return "ok";
		}
		finally {
			watch.cancel(false);
		}
	}

	@GetMapping("/leaking/callable")
	Callable<String> leakingCallable() {
		return () -> {
			this.scheduler.scheduleAtFixedRate(() -> {
			}, HOUR);
			return "ok";
		};
	}

	@GetMapping("/careful/callable")
	Callable<String> carefulCallable() {
		return this::carefulValue;
	}

	@GetMapping("/leaking/deferred")
	DeferredResult<String> leakingDeferred() {
		DeferredResult<String> answer = new DeferredResult<>();
		this.scheduler.scheduleAtFixedRate(() -> {
		}, HOUR);
		answer.setResult("ok");
		return answer;
	}

	@GetMapping("/careful/deferred")
	DeferredResult<String> carefulDeferred() {
		DeferredResult<String> answer = new DeferredResult<>();
		ScheduledFuture<?> watch = this.scheduler.scheduleAtFixedRate(() -> {
		}, HOUR);
		answer.onCompletion(() -> watch.cancel(false));
		answer.setResult("ok");
		return answer;
	}

	@GetMapping("/leaking/stream")
	StreamingResponseBody leakingStream() {
		return (body) -> {
			this.scheduler.scheduleAtFixedRate(() -> {
			}, HOUR);
			body.write("ok".getBytes(StandardCharsets.UTF_8));
		};
	}

	@GetMapping("/careful/stream")
	StreamingResponseBody carefulStream() {
		return (body) -> body.write(carefulValue().getBytes(StandardCharsets.UTF_8));
	}

}
