package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.timerscope.TaskLedger;
import io.timerscope.TickListener;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TimerscopeClockTests {

	private final TaskLedger ledger = TaskLedger.builder().build();

	@Test
	void oneDaemonThreadTicksUntilTheClockStops() throws Exception {
		CountDownLatch ticks = new CountDownLatch(3);
		TimerscopeClock clock = clock(ticks::countDown);
		clock.start();
		clock.start();
		assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(clockThreads()).hasSize(1).allMatch(Thread::isDaemon);
		clock.stop();
		assertThat(clock.isRunning()).isFalse();
		await().until(() -> clockThreads().isEmpty());
	}

	@Test
	void aClockThatWasStoppedTicksAgainWhenStarted() throws Exception {
		CountDownLatch ticks = new CountDownLatch(1);
		TimerscopeClock clock = clock(ticks::countDown);
		clock.start();
		clock.stop();
		clock.start();
		assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
		clock.stop();
		await().until(() -> clockThreads().isEmpty());
	}

	@Test
	void aListenerThatThrowsIsCountedAndSilencesNoOther() throws Exception {
		CountDownLatch ticks = new CountDownLatch(3);
		TimerscopeClock clock = clock(() -> {
			throw new IllegalStateException("listener");
		}, ticks::countDown);
		clock.start();
		assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
		clock.stop();
		assertThat(this.ledger.trackingErrors()).isGreaterThanOrEqualTo(2);
		await().until(() -> clockThreads().isEmpty());
	}

	private TimerscopeClock clock(TickListener... listeners) {
		return new TimerscopeClock(this.ledger, Duration.ofMillis(1), () -> Stream.of(listeners), () -> null);
	}

	private static java.util.List<Thread> clockThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("timerscope-clock"))
			.toList();
	}

}
