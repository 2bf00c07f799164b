package com.acme.programs.correct;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Heartbeats for the clients of server-sent events. */
class Heartbeats {

	static void send(SseEmitter emitter, Object event) {
		try {
			emitter.send(event);
		}
		catch (IOException | IllegalStateException ex) {
			emitter.completeWithError(ex);
		}
	}

	/** One for all, begun by the first client. */
	@RestController
	static class SharedHeartbeat {

		private final TaskScheduler scheduler;

		private final List<SseEmitter> clients = new CopyOnWriteArrayList<>();

		private ScheduledFuture<?> heartbeat;

		SharedHeartbeat(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping("/news")
		SseEmitter subscribe() {
			SseEmitter emitter = new SseEmitter(20_000L);
			this.clients.add(emitter);
			emitter.onCompletion(() -> this.clients.remove(emitter));
			begin();
			send(emitter, "hello");
			return emitter;
		}

		private synchronized void begin() {
			if (this.heartbeat == null) {
				this.heartbeat = this.scheduler.scheduleAtFixedRate(this::beat, Duration.ofMillis(20));
			}
		}

		private void beat() {
			this.clients.forEach((it) -> send(it, "ping"));
		}

	}

	/** One for each topic, in the topic. */
	@RestController
	static class TopicHeartbeats {

		private final TaskScheduler scheduler;

		private final Map<String, Topic> topics = new ConcurrentHashMap<>();

		TopicHeartbeats(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping("/topics/{name}")
		SseEmitter subscribe(@PathVariable String name) {
			SseEmitter emitter = new SseEmitter(20_000L);
			this.topics.computeIfAbsent(name, (it) -> new Topic(this.scheduler)).add(emitter);
			send(emitter, "hello");
			return emitter;
		}

		private static final class Topic {

			private final List<SseEmitter> clients = new CopyOnWriteArrayList<>();

			private final ScheduledFuture<?> heartbeat;

			Topic(TaskScheduler scheduler) {
				this.heartbeat = scheduler.scheduleWithFixedDelay(this::beat, Duration.ofMillis(20));
			}

			void add(SseEmitter emitter) {
				this.clients.add(emitter);
				emitter.onCompletion(() -> this.clients.remove(emitter));
			}

			private void beat() {
				this.clients.forEach((it) -> send(it, "ping"));
			}

		}

	}

	/** One for each client, which ends with it. */
	@RestController
	static class ClientHeartbeat {

		private final TaskScheduler scheduler;

		ClientHeartbeat(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping("/scores")
		SseEmitter subscribe() {
			SseEmitter emitter = new SseEmitter(20_000L);
			ScheduledFuture<?> heartbeat = this.scheduler.scheduleAtFixedRate(() -> send(emitter, "ping"),
					Duration.ofMillis(20));
			emitter.onCompletion(() -> heartbeat.cancel(false));
			emitter.onError((ex) -> heartbeat.cancel(false));
			emitter.onTimeout(() -> heartbeat.cancel(false));
			return emitter;
		}

	}

	/** The ticker runs while there is anybody, and rests in between. */
	@RestController
	static class WhileAnybodyListens {

		private final TaskScheduler scheduler;

		private final List<SseEmitter> clients = new CopyOnWriteArrayList<>();

		private ScheduledFuture<?> ticker;

		WhileAnybodyListens(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping("/quotes")
		synchronized SseEmitter subscribe() {
			SseEmitter emitter = new SseEmitter(20_000L);
			this.clients.add(emitter);
			emitter.onCompletion(() -> leave(emitter));
			if (this.ticker == null) {
				this.ticker = this.scheduler.scheduleAtFixedRate(this::tick, Duration.ofMillis(20));
			}
			send(emitter, "hello");
			return emitter;
		}

		private synchronized void leave(SseEmitter emitter) {
			this.clients.remove(emitter);
			if (this.clients.isEmpty() && this.ticker != null) {
				this.ticker.cancel(false);
				this.ticker = null;
			}
		}

		private void tick() {
			this.clients.forEach((it) -> send(it, "tick"));
		}

	}

}
