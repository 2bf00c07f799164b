package com.acme.programs.leaking;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;

import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import reactor.core.Disposable;
import reactor.core.Disposables;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tasks that go on with what ended with, or within, a request. All futures are kept. */
@SuppressWarnings("PeriodicTaskInRequest") // the leak
@RestController
class StaleRequests {

	private static final Duration HOUR = Duration.ofHours(1);

	private final TaskScheduler scheduler;

	private final TaskScopes scopes;

	private final List<Future<?>> kept = Collections.synchronizedList(new ArrayList<>());

	StaleRequests(TaskScheduler taskScheduler, TaskScopes scopes) {
		this.scheduler = taskScheduler;
		this.scopes = scopes;
	}

	@GetMapping("/stale/sse")
	SseEmitter sse() throws IOException {
		SseEmitter emitter = new SseEmitter(60_000L);
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> send(emitter), HOUR));
		emitter.send("hello");
		emitter.complete();
		return emitter;
	}

	/** The client leaves, which shows at the next event, or when the time is up. */
	@GetMapping("/stale/feed")
	SseEmitter feed() {
		SseEmitter emitter = new SseEmitter(1000L);
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> send(emitter), Duration.ofMillis(20)));
		return emitter;
	}

	@GetMapping("/stale/emitter")
	ResponseBodyEmitter emitter() {
		ResponseBodyEmitter emitter = new ResponseBodyEmitter(60_000L);
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> send(emitter), HOUR));
		this.scheduler.schedule(emitter::complete, Instant.now().plusMillis(20));
		return emitter;
	}

	@GetMapping("/stale/request")
	String request(HttpServletRequest request) {
		this.kept.add(this.scheduler.schedule(() -> audit(request), Instant.now().plus(HOUR)));
		return "ok";
	}

	@GetMapping("/stale/response")
	void response(HttpServletResponse response) {
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> response.isCommitted(), HOUR));
	}

	@GetMapping("/stale/web-request")
	String webRequest(WebRequest request) {
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> request.getContextPath(), HOUR));
		return "ok";
	}

	@GetMapping("/stale/async")
	void async(HttpServletRequest request) {
		AsyncContext async = request.startAsync();
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> async.getTimeout(), HOUR));
		this.scheduler.schedule(async::complete, Instant.now().plusMillis(20));
	}

	@GetMapping("/stale/http-session")
	String httpSession(HttpSession session) {
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> session.getAttribute("cart"), HOUR));
		session.invalidate();
		return "ok";
	}

	@GetMapping("/stale/context")
	String context() {
		AnnotationConfigApplicationContext tenant = new AnnotationConfigApplicationContext();
		tenant.refresh();
		this.kept.add(this.scheduler.schedule(() -> tenant.getBeanDefinitionCount(), Instant.now().plus(HOUR)));
		tenant.close();
		return "ok";
	}

	@GetMapping("/stale/scope")
	String scope() {
		TaskScope scope = this.scopes.open("import");
		scope.close();
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> scope.isEnded(), HOUR));
		return "ok";
	}

	@GetMapping("/stale/disposable")
	String disposable() {
		Disposable subscription = Disposables.single();
		this.kept.add(this.scheduler.scheduleAtFixedRate(new Poll(subscription), HOUR));
		subscription.dispose();
		return "ok";
	}

	/** Goes on by itself; each run schedules the next. */
	@GetMapping("/stale/chain")
	SseEmitter chain() {
		SseEmitter emitter = new SseEmitter(60_000L);
		Beat beat = new Beat(this.scheduler, emitter);
		beat.run();
		emitter.complete();
		return emitter;
	}

	private static void send(ResponseBodyEmitter emitter) {
		try {
			emitter.send("ping");
		}
		catch (IOException | IllegalStateException ex) {
			// the client has left
		}
	}

	private void audit(HttpServletRequest request) {
	}

	private record Poll(Disposable subscription) implements Runnable {

		@Override
		public void run() {
		}

	}

	private static final class Beat implements Runnable {

		private final TaskScheduler scheduler;

		private final SseEmitter emitter;

		Beat(TaskScheduler scheduler, SseEmitter emitter) {
			this.scheduler = scheduler;
			this.emitter = emitter;
		}

		@Override
		public void run() {
			send(this.emitter);
			this.scheduler.schedule(this, Instant.now().plus(HOUR));
		}

	}

}
