package com.acme.reactor;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.annotation.PostConstruct;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What an application does with Reactor's schedulers. */
public class Feeds {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration SOON = Duration.ofMillis(5);

	public Disposable remind(Scheduler scheduler) {
		return Mono.delay(HOUR, scheduler).subscribe();
	}

	public Disposable tick(Scheduler scheduler) {
		return Flux.interval(SOON, scheduler).subscribe();
	}

	/** Changes its thread before it schedules. */
	public Disposable remindElsewhere(Scheduler elsewhere) {
		return Mono.fromCallable(() -> remind(Schedulers.parallel())).subscribeOn(elsewhere).block(HOUR);
	}

	/** Waits a little before it schedules. */
	public Disposable remindLater() {
		return Mono.delay(SOON).map((tick) -> remind(Schedulers.parallel())).block(HOUR);
	}

	/** Schedules at the third tick. */
	public Disposable remindAtThirdTick() {
		return Flux.interval(SOON).skip(2).map((tick) -> remind(Schedulers.parallel())).blockFirst(HOUR);
	}

	@SuppressWarnings("CheckReturnValue")
	public void on(ScheduledExecutorService executor) {
		remind(Schedulers.fromExecutorService(executor));
	}

	/** Begins when it is made. */
	public static class Polling {

		private @Nullable Disposable polling;

		@PostConstruct
		void begin() {
			this.polling = Flux.interval(SOON).subscribe();
		}

		public void end() {
			if (this.polling != null) {
				this.polling.dispose();
			}
		}

	}

}
