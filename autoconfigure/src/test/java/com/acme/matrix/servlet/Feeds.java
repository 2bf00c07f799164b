package com.acme.matrix.servlet;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Requests that are answered bit by bit, until the client has enough. */
@RestController
@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leaks
class Feeds {

	private static final Duration SHORT = Duration.ofMillis(20);

	private static final long TIMEOUT = 2000;

	private final TaskScheduler scheduler;

	Feeds(TaskScheduler taskScheduler) {
		this.scheduler = taskScheduler;
	}

	@GetMapping("/leaking/sse")
	SseEmitter leakingEvents() {
		SseEmitter emitter = new SseEmitter(TIMEOUT);
		this.scheduler.scheduleAtFixedRate(() -> send(emitter, "tick"), SHORT);
		return emitter;
	}

	@GetMapping("/careful/sse")
	SseEmitter carefulEvents() {
		return carefully(new SseEmitter(TIMEOUT), "tick");
	}

	@GetMapping("/leaking/emitter")
	ResponseBodyEmitter leakingLines() {
		ResponseBodyEmitter emitter = new ResponseBodyEmitter(TIMEOUT);
		this.scheduler.scheduleAtFixedRate(() -> send(emitter, "data: tick\n"), SHORT);
		return emitter;
	}

	@GetMapping("/careful/emitter")
	ResponseBodyEmitter carefulLines() {
		return carefully(new ResponseBodyEmitter(TIMEOUT), "data: tick\n");
	}

	/** An emitter that breaks before the handler returns tells nobody. */
	private <E extends ResponseBodyEmitter> E carefully(E emitter, String line) {
		AtomicReference<Future<?>> feed = new AtomicReference<>();
		feed.set(this.scheduler.scheduleAtFixedRate(() -> {
			if (!send(emitter, line) && feed.get() != null) {
				feed.get().cancel(false);
			}
		}, SHORT));
		emitter.onCompletion(() -> feed.get().cancel(false));
		emitter.onTimeout(() -> feed.get().cancel(false));
		return emitter;
	}

	private static boolean send(ResponseBodyEmitter emitter, String line) {
		try {
			emitter.send(line);
			return true;
		}
		catch (IOException | IllegalStateException ex) {
			return false;
		}
	}

}
