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
			"CompletableFutureDelayScheduler", "Connector-Scheduler-3f2a1b4c-1", "Scheduler-1837543557-1",
			"boundedElastic-3", "single-1", "RxSchedulerPurge-1", "HikariPool-1:housekeeper", "orders:housekeeper",
			"PostgreSQL-JDBC-SharedTimer-1", "MySQL Statement Cancellation Timer", "MariaDb-timeout-1",
			"mssql-jdbc-shared-timer-core-1", "CleanCursors-1-thread-1", "BufferPoolPruner-1-thread-1",
			"MaintenanceTimer-2-thread-1",
			"C3P0PooledConnectionPoolManager[identityToken->1hge|146b7f05]-AdminTaskTimer",
			"Tomcat JDBC Pool Cleaner[1908153060:1]", "commons-pool-evictor", "es_rest_client_sniffer[T#1]",
			"sdk-ScheduledExecutor-0-0", "grpc-timer-0", "OkHttp WebSocket wss://example.com/...",
			"ActiveMQ InactivityMonitor ReadCheckTimer", "Thread-0 (ActiveMQ-scheduled-threads)", "DiscoveryClient-1",
			"HystrixTimer-1", "vertx-blocked-thread-checker", "hz.client_1.scheduled.thread-1", "Ehcache [_default_]-0",
			"ContextAwareScheduledThreadPool-1", "otlp-metrics-publisher", "high-cardinality-tags-detector",
			"PeriodicMetricReader-1", "SentryExecutorServiceThreadFactory-0", "dd-task-scheduler",
			"New Relic Harvest Service 1", "jersey-background-task-scheduler-0", "unleash-api-executor" })
	void theThreadsOfTheJdkTheServerAndLibrariesAreKnown(String name) {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, (task) -> new Thread(task, name));
		pool.schedule(UnmanagedFindingTests::work, 1, TimeUnit.HOURS);
		for (int i = 0; i < 5; i++) {
			this.surgery.tick();
		}
		assertThat(this.surgery.news).isEmpty();
		pool.shutdownNow();
	}

	@ParameterizedTest
	@ValueSource(strings = { "single-order-1", "parallel-import-2", "Scheduler-1", "session-sweeper-1", "publisher-1",
			"cluster-sync-1", "evictor", "pool-7-thread-1", "Timer-0" })
	void namesThatAnApplicationMayChooseAreNotKnown(String name) {
		assertThat(KnownThreads.isKnown(name)).isFalse();
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
