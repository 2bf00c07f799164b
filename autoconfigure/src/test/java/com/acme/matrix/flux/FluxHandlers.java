package com.acme.matrix.flux;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;

import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;

/** WebSocket handlers on WebFlux. */
@Configuration(proxyBeanMethods = false)
@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leaks
class FluxHandlers {

	private static final Duration HOUR = Duration.ofHours(1);

	@Bean
	HandlerMapping handlers(TaskScheduler taskScheduler, TickingSocket leakingTicks, TickingSocket carefulTicks) {
		return new SimpleUrlHandlerMapping(Map.of("/leaking/handler", new Leaking(taskScheduler), "/careful/handler",
				new Careful(taskScheduler), "/leaking/ticks", leakingTicks, "/careful/ticks", carefulTicks), -1);
	}

	private record Leaking(TaskScheduler scheduler) implements WebSocketHandler {

		@Override
		public Mono<Void> handle(WebSocketSession session) {
			this.scheduler.scheduleAtFixedRate(() -> session.isOpen(), HOUR);
			return session.receive().doOnNext((message) -> hear()).then();
		}

		private void hear() {
			this.scheduler.scheduleAtFixedRate(() -> {
			}, HOUR);
		}

	}

	private record Careful(TaskScheduler scheduler) implements WebSocketHandler {

		@Override
		public Mono<Void> handle(WebSocketSession session) {
			Queue<ScheduledFuture<?>> begun = new ConcurrentLinkedQueue<>();
			begun.add(this.scheduler.scheduleAtFixedRate(() -> session.isOpen(), HOUR));
			return session.receive().doOnNext((message) -> begun.add(this.scheduler.scheduleAtFixedRate(() -> {
			}, HOUR))).then().doFinally((signal) -> begun.forEach((it) -> it.cancel(false)));
		}

	}

}
