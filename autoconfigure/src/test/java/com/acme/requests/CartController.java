package com.acme.requests;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Every kind of request, each in a careful version that ends what it began. */
@RestController
public class CartController {

	private static final Duration LONG = Duration.ofHours(1);

	private static final Duration SHORT = Duration.ofMillis(20);

	private final TaskScheduler scheduler;

	private final List<WeakReference<Object>> carried = new CopyOnWriteArrayList<>();

	private final Map<String, DeferredResult<String>> waiting = new ConcurrentHashMap<>();

	public CartController(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@GetMapping("/plain/{id}")
	public String plain(@PathVariable String id, @RequestParam boolean careful) {
		ScheduledFuture<?> expiry = expireLater();
		if (careful) {
			expiry.cancel(false);
		}
		return id;
	}

	@GetMapping("/failing/{id}")
	public String failing(@PathVariable String id, @RequestParam boolean careful) {
		plain(id, careful);
		throw new IllegalStateException("no cart " + id);
	}

	@GetMapping("/sending/{id}")
	public void sending(@PathVariable String id, @RequestParam boolean careful, HttpServletResponse response)
			throws IOException {
		plain(id, careful);
		response.sendError(HttpServletResponse.SC_CONFLICT);
	}

	/** Writes its error itself, so that no page follows. */
	@GetMapping("/bad/{id}")
	public ResponseEntity<String> bad(@PathVariable String id, @RequestParam boolean careful) {
		return ResponseEntity.badRequest().body(plain(id, careful));
	}

	@GetMapping("/badcallable/{id}")
	public Callable<ResponseEntity<String>> badCallable(@PathVariable String id, @RequestParam boolean careful) {
		return () -> bad(id, careful);
	}

	@GetMapping("/broken/{id}")
	public Callable<String> broken(@PathVariable String id, @RequestParam boolean careful) {
		return () -> failing(id, careful);
	}

	@GetMapping("/callable/{id}")
	public Callable<String> callable(@PathVariable String id, @RequestParam boolean careful) {
		return () -> plain(id, careful);
	}

	@GetMapping("/deferred/{id}")
	public DeferredResult<String> deferred(@PathVariable String id, @RequestParam boolean careful,
			@RequestParam(defaultValue = "60000") long timeout) {
		DeferredResult<String> result = new DeferredResult<>(timeout);
		ScheduledFuture<?> expiry = expireLater();
		if (careful) {
			result.onCompletion(() -> expiry.cancel(false));
		}
		result.onTimeout(() -> this.waiting.remove(id));
		this.waiting.put(id, result);
		return result;
	}

	/** Returns {@code false} where nobody waits yet. */
	public boolean answer(String id) {
		DeferredResult<String> result = this.waiting.remove(id);
		return result != null && result.setResult(id);
	}

	@GetMapping("/events/{id}")
	public SseEmitter events(@PathVariable String id, @RequestParam boolean careful,
			@RequestParam(defaultValue = "60000") long timeout, @RequestParam(defaultValue = "1000000") int count) {
		return feed(new SseEmitter(timeout), careful, timeout, count);
	}

	@GetMapping("/emitter/{id}")
	public ResponseBodyEmitter emitter(@PathVariable String id, @RequestParam boolean careful,
			@RequestParam(defaultValue = "60000") long timeout, @RequestParam(defaultValue = "1000000") int count) {
		return feed(new ResponseBodyEmitter(timeout), careful, timeout, count);
	}

	private <E extends ResponseBodyEmitter> E feed(E emitter, boolean careful, long timeout, int count) {
		Feed events = new Feed(emitter, count, timeout);
		ScheduledFuture<?> feed = this.scheduler.scheduleAtFixedRate(events, SHORT);
		if (careful) {
			events.stopping = feed;
			emitter.onCompletion(() -> feed.cancel(false));
			emitter.onError((ex) -> feed.cancel(false));
			emitter.onTimeout(() -> feed.cancel(false));
		}
		return emitter;
	}

	@GetMapping("/stream/{id}")
	public StreamingResponseBody stream(@PathVariable String id, @RequestParam boolean careful) {
		return (body) -> body.write(plain(id, careful).getBytes(StandardCharsets.UTF_8));
	}

	@SuppressWarnings("PeriodicTaskInRequest") // the leak
	@GetMapping("/periodic/{id}")
	public String periodic(@PathVariable String id) {
		this.scheduler.scheduleAtFixedRate(() -> {
		}, SHORT);
		return id;
	}

	/** Gives a request something of its own to hold. */
	public void carry(ServletRequest request) {
		Object payload = new Object();
		request.setAttribute("payload", payload);
		this.carried.add(new WeakReference<>(payload));
	}

	public List<WeakReference<Object>> carried() {
		return this.carried;
	}

	public ScheduledFuture<?> expireLater() {
		return this.scheduler.schedule(() -> {
		}, Instant.now().plus(LONG));
	}

	/**
	 * Goes on whatever happened to the client, unless it was told how to stop. An emitter
	 * that completes, or whose response breaks, before the handler returns never tells
	 * anybody, so that a careful feed stops by itself too.
	 */
	private static final class Feed implements Runnable {

		private final ResponseBodyEmitter emitter;

		private final long deadlineNanos;

		private int left;

		private volatile ScheduledFuture<?> stopping;

		private Feed(ResponseBodyEmitter emitter, int count, long timeoutMillis) {
			this.emitter = emitter;
			this.deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
			this.left = count;
		}

		@Override
		public void run() {
			if (System.nanoTime() - this.deadlineNanos > 0) {
				giveUp();
				return;
			}
			try {
				if (this.left-- > 0) {
					this.emitter.send("tick");
				}
				else {
					this.emitter.complete();
					giveUp();
				}
			}
			catch (IOException | IllegalStateException ex) {
				giveUp();
			}
		}

		private void giveUp() {
			ScheduledFuture<?> feed = this.stopping;
			if (feed != null) {
				feed.cancel(false);
			}
		}

	}

}
