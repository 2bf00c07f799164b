package io.timerscope.finding;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class UnmanagedFindingTests {

	private final Surgery surgery = new Surgery();

	@AfterEach
	void close() {
		this.surgery.close();
	}

	@Test
	void executorsMadeByHandAreFoundAndGroupedByTheirNames() {
		ScheduledExecutorService[] pools = new ScheduledExecutorService[12];
		try {
			for (int i = 0; i < pools.length; i++) {
				pools[i] = byHand("order-pool-" + i + "-thread-");
			}
			await().untilAsserted(() -> {
				this.surgery.tick();
				assertThat(this.surgery.of(FindingKind.UNMANAGED)).singleElement().satisfies((finding) -> {
					assertThat(finding.subject()).isEqualTo("order-pool-#-thread-#");
					assertThat(finding.scheduler()).isNull();
					assertThat(finding.count()).isEqualTo(12);
					assertThat(finding.evidence())
						.startsWith("12 threads run timers for no bean that is tracked: order-pool-0-thread-1, ")
						.endsWith(" and 2 more");
				});
			});
		}
		finally {
			for (ScheduledExecutorService pool : pools) {
				pool.shutdownNow();
			}
		}
		await().untilAsserted(() -> {
			this.surgery.tick();
			assertThat(this.surgery.kinds()).isEmpty();
		});
		assertThat(this.surgery.news).contains("resolved unmanaged");
	}

	@Test
	void aTimerIsFound() {
		Timer timer = new Timer("cart-timer");
		timer.schedule(new TimerTask() {

			@Override
			public void run() {
			}

		}, 3_600_000);
		this.surgery.tick();
		assertThat(this.surgery.of(FindingKind.UNMANAGED)).singleElement()
			.extracting(Finding::evidence)
			.isEqualTo("1 thread runs timers for no bean that is tracked: cart-timer");
		timer.cancel();
	}

	@Test
	void theThreadsOfATrackedPoolAreNotFound() {
		this.surgery.jobs.inAnHour(UnmanagedFindingTests::work);
		this.surgery.tick();
		assertThat(this.surgery.bench.pool.getPoolSize()).isEqualTo(1);
		this.surgery.jobs.now(UnmanagedFindingTests::work);
		await().until(() -> this.surgery.bench.totals().completed() == 1);
		for (int i = 0; i < 5; i++) {
			this.surgery.tick();
		}
		assertThat(this.surgery.news).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Catalina-utility-1", "parallel-1", "logback-1", "Log4j2-TF-3-Scheduled-1", "qtp42-7",
			"HikariPool-1 housekeeper", "boundedElastic-evictor-1", "timerscope-clock", "RMI Scheduler(0)",
			"CompletableFutureDelayScheduler" })
	void theThreadsOfTheJdkTheServerAndLibrariesAreKnown(String name) {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, (task) -> new Thread(task, name));
		pool.schedule(UnmanagedFindingTests::work, 1, TimeUnit.HOURS);
		for (int i = 0; i < 5; i++) {
			this.surgery.tick();
		}
		assertThat(this.surgery.news).isEmpty();
		pool.shutdownNow();
	}

	@Test
	void threadsThatWereThereBeforeTheApplicationAreNotItsOwn() {
		ScheduledExecutorService before = byHand("launcher-");
		try (Surgery later = new Surgery()) {
			for (int i = 0; i < 5; i++) {
				later.tick();
			}
			assertThat(later.news).isEmpty();
		}
		before.shutdownNow();
	}

	@Test
	void aPoolThatRunsNoTimersIsNotFound() {
		var pool = Executors.newFixedThreadPool(2, (task) -> new Thread(task, "worker"));
		pool.execute(UnmanagedFindingTests::work);
		for (int i = 0; i < 5; i++) {
			this.surgery.tick();
		}
		assertThat(this.surgery.news).isEmpty();
		pool.shutdownNow();
	}

	private static ScheduledExecutorService byHand(String prefix) {
		AtomicInteger number = new AtomicInteger();
		ThreadFactory threads = (task) -> new Thread(task, prefix + number.incrementAndGet());
		ScheduledExecutorService pool = Executors.newScheduledThreadPool(1, threads);
		pool.schedule(UnmanagedFindingTests::work, 1, TimeUnit.HOURS);
		return pool;
	}

	private static void work() {
	}

}
