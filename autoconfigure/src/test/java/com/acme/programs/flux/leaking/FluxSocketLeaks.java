package com.acme.programs.flux.leaking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;

/** A heartbeat that goes on with a closed session. */
@SuppressWarnings("PeriodicTaskInRequest") // the leak
class FluxSocketLeaks implements WebSocketHandler {

	private final TaskScheduler scheduler;

	private final List<Future<?>> kept = Collections.synchronizedList(new ArrayList<>());

	FluxSocketLeaks(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	public Mono<Void> handle(WebSocketSession session) {
		ping(session);
		return session.receive().then();
	}

	private void ping(WebSocketSession session) {
		this.kept.add(this.scheduler.scheduleAtFixedRate(() -> session.isOpen(), Duration.ofHours(1)));
	}

	@Configuration(proxyBeanMethods = false)
	static class Registration {

		@Bean
		HandlerMapping leakingSockets(TaskScheduler taskScheduler) {
			return new SimpleUrlHandlerMapping(Map.of("/stale", new FluxSocketLeaks(taskScheduler)), -1);
		}

	}

}
