package com.acme.requests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Every kind of request, each in a careful version that ends what it began. */
@RestController
public class CartController {

	private static final Duration LONG = Duration.ofHours(1);

	private static final Duration SHORT = Duration.ofMillis(20);

	private final TaskScheduler scheduler;

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
		this.waiting.put(id, result);
		return result;
	}

	public void answer(String id) {
		this.waiting.remove(id).setResult(id);
	}

	@GetMapping("/events/{id}")
	public SseEmitter events(@PathVariable String id, @RequestParam boolean careful,
			@RequestParam(defaultValue = "60000") long timeout, @RequestParam(defaultValue = "1000000") int count) {
		SseEmitter emitter = new SseEmitter(timeout);
		ScheduledFuture<?> feed = this.scheduler.scheduleAtFixedRate(new Feed(emitter, count), SHORT);
		if (careful) {
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

	public ScheduledFuture<?> expireLater() {
		return this.scheduler.schedule(() -> {
		}, Instant.now().plus(LONG));
	}

	/** Goes on for as long as it is let, whatever happened to the client. */
	private static final class Feed implements Runnable {

		private final SseEmitter emitter;

		private int left;

		private Feed(SseEmitter emitter, int count) {
			this.emitter = emitter;
			this.left = count;
		}

		@Override
		public void run() {
			try {
				if (this.left-- > 0) {
					this.emitter.send("tick");
				}
				else {
					this.emitter.complete();
				}
			}
			catch (IOException | IllegalStateException ex) {
				// the client is gone, and the feed does not care
			}
		}

	}

}
