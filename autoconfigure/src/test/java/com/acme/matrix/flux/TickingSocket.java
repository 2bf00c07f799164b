package com.acme.matrix.flux;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;

/** An interval of Reactor for each session, which a careless one forgets. */
class TickingSocket implements WebSocketHandler, DisposableBean {

	private static final Duration HOUR = Duration.ofHours(1);

	private final boolean careful;

	private final Queue<Disposable> kept = new ConcurrentLinkedQueue<>();

	TickingSocket(boolean careful) {
		this.careful = careful;
	}

	@Override
	public Mono<Void> handle(WebSocketSession session) {
		Disposable ticks = this.careful ? carefulTicks(session) : leakingTicks(session);
		if (this.careful) {
			return session.receive().then().doFinally((signal) -> ticks.dispose());
		}
		this.kept.add(ticks);
		return session.receive().then();
	}

	private static Disposable leakingTicks(WebSocketSession session) {
		return Flux.interval(HOUR).subscribe((tick) -> session.isOpen());
	}

	private static Disposable carefulTicks(WebSocketSession session) {
		return Flux.interval(HOUR).subscribe((tick) -> session.isOpen());
	}

	@Override
	public void destroy() {
		this.kept.forEach(Disposable::dispose);
	}

}
