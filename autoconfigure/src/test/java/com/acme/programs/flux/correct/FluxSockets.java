package com.acme.programs.flux.correct;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;

/** WebSocket handlers of WebFlux. */
class FluxSockets {

	@Configuration(proxyBeanMethods = false)
	static class Registration {

		@Bean
		HandlerMapping correctSockets(TaskScheduler taskScheduler, Scheduler reactor) {
			return new SimpleUrlHandlerMapping(Map.of("/presence", new Presence(taskScheduler), "/careful",
					new CarefulHeartbeat(taskScheduler), "/interval", new IntervalHeartbeat(reactor)), -1);
		}

	}

	/** One ticker for all, begun by the first who connects. */
	static class Presence implements WebSocketHandler {

		private final TaskScheduler scheduler;

		private final Set<WebSocketSession> sessions = ConcurrentHashMap.newKeySet();

		private ScheduledFuture<?> ticker;

		Presence(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		public Mono<Void> handle(WebSocketSession session) {
			begin();
			this.sessions.add(session);
			return session.receive().then().doFinally((signal) -> this.sessions.remove(session));
		}

		private synchronized void begin() {
			if (this.ticker == null) {
				this.ticker = this.scheduler.scheduleAtFixedRate(() -> this.sessions.forEach(WebSocketSession::isOpen),
						Duration.ofMillis(20));
			}
		}

	}

	/** A heartbeat for each session, which ends with it. */
	static class CarefulHeartbeat implements WebSocketHandler {

		private final TaskScheduler scheduler;

		CarefulHeartbeat(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		public Mono<Void> handle(WebSocketSession session) {
			Sinks.Many<String> pings = Sinks.many().multicast().directBestEffort();
			ScheduledFuture<?> heartbeat = this.scheduler.scheduleAtFixedRate(() -> pings.tryEmitNext("ping"),
					Duration.ofMillis(20));
			return session.send(pings.asFlux().map(session::textMessage))
				.and(session.receive().doFinally((signal) -> pings.tryEmitComplete()))
				.doFinally((signal) -> heartbeat.cancel(false));
		}

	}

	/** The same as a stream. */
	static class IntervalHeartbeat implements WebSocketHandler {

		private final Scheduler reactor;

		IntervalHeartbeat(Scheduler reactor) {
			this.reactor = reactor;
		}

		@Override
		public Mono<Void> handle(WebSocketSession session) {
			Mono<Void> pings = session.send(Flux.interval(Duration.ofMillis(20), this.reactor)
				.onBackpressureDrop()
				.map((tick) -> session.textMessage("ping")));
			return Mono.firstWithSignal(pings, session.receive().then());
		}

	}

}
