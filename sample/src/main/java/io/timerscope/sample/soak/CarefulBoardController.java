package io.timerscope.sample.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;

import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/** Shows departures until nobody looks any more. */
@RestController
@Profile("kiosk")
class CarefulBoardController {

	private final TaskScheduler scheduler;

	CarefulBoardController(TaskScheduler taskScheduler) {
		this.scheduler = taskScheduler;
	}

	@GetMapping("/careful/ticket")
	Mono<String> ticket() {
		Future<?> reservation = this.scheduler.schedule(Thread::onSpinWait, Instant.now().plus(Duration.ofHours(5)));
		return Mono.just("ticket").doFinally((signal) -> reservation.cancel(false));
	}

	@GetMapping(path = "/careful/board", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<String> board() {
		return Flux.create(this::show);
	}

	private void show(FluxSink<String> board) {
		Future<?> departures = this.scheduler.scheduleAtFixedRate(() -> board.next("departure"),
				Duration.ofMillis(200));
		board.onDispose(() -> departures.cancel(false));
	}

}
