package io.timerscope.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

import io.timerscope.finding.FindingBook;
import io.timerscope.finding.Inspection;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever pauses a scheduler knows that its tasks wait. */
class PausedSchedulerTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(TimerscopeAutoConfiguration.class, TimerscopeFindingsAutoConfiguration.class))
		.withPropertyValues("timerscope.interval=1h", "timerscope.late-after=20ms", "timerscope.guard.consecutive=2")
		.withBean(ThreadPoolTaskScheduler.class);

	@Test
	void aSchedulerThatWasStoppedMakesNothingLateOrOverdue() {
		this.runner.run((context) -> {
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			CountDownLatch runs = new CountDownLatch(3);
			scheduler.scheduleAtFixedRate(runs::countDown, Duration.ofMillis(10));
			runs.await();
			scheduler.stop();
			await().until(() -> scheduler.getScheduledThreadPoolExecutor().getActiveCount() > 0);
			awaitThatItWouldBeLate();
			assertThat(scheduler.isRunning()).isFalse();
			ticks(context.getBean(TaskLedger.class), context.getBean(Inspection.class));
			assertThat(context.getBean(FindingBook.class).current()).isEmpty();
			scheduler.start();
		});
	}

	@Test
	void oneThatOnlyHasTooFewThreadsIsStillLate() {
		this.runner.run((context) -> {
			TaskScheduler scheduler = context.getBean(TaskScheduler.class);
			CountDownLatch over = new CountDownLatch(1);
			CountDownLatch holds = new CountDownLatch(1);
			scheduler.schedule(() -> {
				holds.countDown();
				try {
					over.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}, Instant.now());
			holds.await();
			scheduler.scheduleAtFixedRate(() -> {
			}, Duration.ofMillis(10));
			awaitThatItWouldBeLate();
			ticks(context.getBean(TaskLedger.class), context.getBean(Inspection.class));
			assertThat(context.getBean(FindingBook.class).current()).extracting((finding) -> finding.kind().label())
				.containsExactly("late");
			over.countDown();
		});
	}

	private static void awaitThatItWouldBeLate() {
		Instant late = Instant.now().plus(Duration.ofMillis(100));
		await().until(() -> Instant.now().isAfter(late));
	}

	private static void ticks(TaskLedger ledger, Inspection inspection) {
		inspection.started();
		for (int i = 0; i < 4; i++) {
			ledger.tick();
			inspection.tick();
		}
	}

}
