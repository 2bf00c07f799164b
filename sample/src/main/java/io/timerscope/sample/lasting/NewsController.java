package io.timerscope.sample.lasting;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends one heartbeat to all readers of the news. The first reader's request starts it
 * and may end long before it does.
 */
@RestController
class NewsController {

	private static final Duration PERIOD = Duration.ofSeconds(1);

	private final TaskScheduler scheduler;

	private final Set<SseEmitter> readers = ConcurrentHashMap.newKeySet();

	/** Guarded by this. */
	private @Nullable ScheduledFuture<?> heartbeat;

	NewsController(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@GetMapping("/lasting/news")
	SseEmitter read() {
		SseEmitter reader = new SseEmitter(0L);
		reader.onCompletion(() -> this.readers.remove(reader));
		this.readers.add(reader);
		beat();
		return reader;
	}

	private synchronized void beat() {
		if (this.heartbeat == null) {
			this.heartbeat = this.scheduler.scheduleAtFixedRate(() -> this.readers.forEach(this::ping), PERIOD);
		}
	}

	@PreDestroy
	synchronized void close() {
		if (this.heartbeat != null) {
			this.heartbeat.cancel(false);
		}
	}

	private void ping(SseEmitter reader) {
		try {
			reader.send(SseEmitter.event().comment("still here"));
		}
		catch (IOException | IllegalStateException ex) {
			this.readers.remove(reader);
		}
	}

}
