package io.timerscope.benchmarks.cost;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Signals that change their thread, and timeouts. */
final class Signals {

	private Signals() {
	}

	static Turn turn(Scheduler scheduler) {
		return (operations) -> {
			for (int i = 0; i < operations; i += 2_000) {
				through(scheduler, 2_000);
			}
		};
	}

	/** Timeouts, while the scheduler's thread sleeps on an earlier one. */
	static Turn delays(Scheduler scheduler, int live) {
		delay(scheduler, 500);
		for (int i = 0; i < live; i++) {
			delay(scheduler, 10_000L + i);
		}
		return (operations) -> {
			for (int i = 0; i < operations; i++) {
				delay(scheduler, 1000).dispose();
			}
		};
	}

	static Disposable delay(Scheduler scheduler, long seconds) {
		return Mono.delay(Duration.ofSeconds(seconds), scheduler).subscribe();
	}

	/** Each goes to the scheduler for itself; returns when all have arrived. */
	static void through(Scheduler scheduler, int signals) {
		CountDownLatch arrived = new CountDownLatch(signals);
		for (int i = 0; i < signals; i++) {
			Mono.just(i).publishOn(scheduler).subscribe((signal) -> arrived.countDown());
		}
		try {
			arrived.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
