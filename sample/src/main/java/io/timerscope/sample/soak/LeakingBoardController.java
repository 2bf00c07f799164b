package io.timerscope.sample.soak;

import java.time.Duration;

import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/** Shows departures to people who have left. */
@RestController
@Profile("kiosk")
class LeakingBoardController {

	private final TaskScheduler scheduler;

	LeakingBoardController(TaskScheduler taskScheduler) {
		this.scheduler = taskScheduler;
	}

	@GetMapping("/leaking/ticket")
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	Mono<String> ticket() {
		this.scheduler.scheduleAtFixedRate(Thread::onSpinWait, Duration.ofSeconds(1));
		return Mono.just("ticket");
	}

	@GetMapping(path = "/leaking/board", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<String> board() {
		return Flux.create(this::show);
	}

	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskHandleDiscarded" }) // the
																						// leak
	private void show(FluxSink<String> board) {
		this.scheduler.scheduleAtFixedRate(() -> board.next("departure"), Duration.ofSeconds(1));
	}

}
