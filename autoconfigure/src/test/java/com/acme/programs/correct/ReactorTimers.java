package com.acme.programs.correct;

import java.time.Duration;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Timers of Reactor in an application that is none of Reactor's. */
class ReactorTimers {

	private static final Duration HOUR = Duration.ofHours(1);

	/** A timeout that the answer cancels. */
	@RestController
	static class Timeout {

		@GetMapping("/parallel/ask")
		String ask() {
			return String.valueOf(Mono.delay(Duration.ofMillis(5)).map((tick) -> "answer").timeout(HOUR).block());
		}

	}

	/** Tries again later and later, after the answer was given. */
	@RestController
	static class Retries {

		@PostMapping("/parallel/webhooks/{id}")
		void deliver(@PathVariable String id) {
			Mono.error(new IllegalStateException("down")).retryWhen(Retry.backoff(5, HOUR)).subscribe((it) -> {
			}, (failure) -> {
			});
		}

	}

	/** A heartbeat that ends with its stream. */
	@RestController
	static class Heartbeat {

		@GetMapping(path = "/parallel/news", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		SseEmitter news() {
			SseEmitter news = new SseEmitter(0L);
			Disposable heartbeat = Flux.interval(Duration.ofMillis(20)).subscribe((tick) -> send(news, tick));
			news.onCompletion(heartbeat::dispose);
			news.onError((failure) -> heartbeat.dispose());
			return news;
		}

		private static void send(SseEmitter news, long tick) {
			try {
				news.send("beat " + tick);
			}
			catch (Exception ex) {
				news.completeWithError(ex);
			}
		}

	}

}
