package io.timerscope.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.timerscope.outside.OutsideGroup;
import io.timerscope.outside.OutsideKind;
import io.timerscope.outside.OutsideThread;
import io.timerscope.outside.PoolHolders;
import io.timerscope.outside.SharedThreads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class UnmanagedFindingTests {

	private final List<ScheduledExecutorService> pools = new ArrayList<>();

	private final Surgery surgery = new Surgery();

	@AfterEach
	void close() {
		this.pools.forEach(ScheduledExecutorService::shutdownNow);
		this.surgery.close();
	}

	@Test
	void executorsMadeByHandAreANoticeThatNamesThemOnceWithTheirNumber() {
		for (int i = 0; i < 12; i++) {
			byHand("order-pool-" + i + "-thread-");
		}
		await().untilAsserted(() -> {
			this.surgery.tick();
			assertThat(this.surgery.of(FindingKind.UNMANAGED)).singleElement().satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
				assertThat(finding.subject()).isEqualTo("order-pool-#-thread-#");
				assertThat(finding.scheduler()).isNull();
				assertThat(finding.count()).isEqualTo(12);
				assertThat(finding.evidence())
					.isEqualTo("12 threads of 12 executors run timers, and no bean is known to hold the pool: "
							+ "order-pool-#-thread-# ×12");
			});
		});
		this.pools.forEach(ScheduledExecutorService::shutdownNow);
		await().untilAsserted(() -> {
			this.surgery.tick();
			assertThat(this.surgery.kinds()).isEmpty();
		});
		assertThat(this.surgery.news).contains("resolved unmanaged");
	}

	@Test
	void aTimerIsFoundInTheSecondSampleAndNotInTheFirst() {
		Timer timer = new Timer("cart-timer");
		timer.schedule(new TimerTask() {

			@Override
			public void run() {
			}

		}, 3_600_000);
		this.surgery.tick();
		assertThat(this.surgery.news).isEmpty();
		this.surgery.tick();
		assertThat(this.surgery.of(FindingKind.UNMANAGED)).singleElement()
			.extracting(Finding::evidence)
			.isEqualTo("1 thread of 1 Timer runs timers, and no bean is known to hold the pool: cart-timer");
		timer.cancel();
	}

	@Test
	void executorsThatComeAndGoAreNeverFound() {
		for (int i = 0; i < 6; i++) {
			ScheduledExecutorService brief = byHand("import-" + i + "-thread-");
			this.surgery.tick();
			brief.shutdownNow();
			await().until(brief::isTerminated);
		}
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void anExecutorPerRequestIsAProblemOnceTheirNumberGrewInAsManySamples() {
		byHand("dispatch");
		settle();
		for (int i = 0; i < 2; i++) {
			byHand("dispatch");
			settle();
			settle();
		}
		assertThat(severities()).containsExactly(Severity.NOTICE);
		byHand("dispatch");
		settle();
		assertThat(severities()).containsExactly(Severity.PROBLEM);
		assertThat(this.surgery.of(FindingKind.UNMANAGED).get(0).evidence())
			.isEqualTo("4 threads of 4 executors run timers, and no bean is known to hold the pool: dispatch# ×4; "
					+ "there were 1 at first, and more in 3 samples");
		this.pools.subList(1, 4).forEach(ScheduledExecutorService::shutdownNow);
		await().untilAsserted(() -> {
			this.surgery.tick();
			assertThat(severities()).containsExactly(Severity.NOTICE);
		});
	}

	@Test
	void onePoolThatStartsItsThreadsOneByOneDoesNotGrow() {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(8, named("worker-"));
		this.pools.add(pool);
		for (int i = 0; i < 8; i++) {
			pool.schedule(UnmanagedFindingTests::work, 1, TimeUnit.HOURS);
			settle();
		}
		assertThat(this.surgery.of(FindingKind.UNMANAGED)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
			assertThat(finding.evidence()).contains("8 threads of 1 executor run timers", "worker-# ×8");
		});
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
	@ValueSource(strings = { "Catalina-utility-1", "logback-1", "Log4j2-TF-3-Scheduled-1", "qtp42-7",
			"timerscope-clock", "RMI Scheduler(0)", "CompletableFutureDelayScheduler", "Connector-Scheduler-3f2a1b4c-1",
			"Scheduler-1837543557-1", "ForkJoinPool-1-delayScheduler",
			"Camel (camel-1) thread #1 - SupervisingRouteController" })
	void theThreadsOfTheJvmTheServerAndTheLoggingSystemAreKnown(String name) {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, (task) -> new Thread(task, name));
		this.pools.add(pool);
		pool.schedule(UnmanagedFindingTests::work, 1, TimeUnit.HOURS);
		for (int i = 0; i < 5; i++) {
			this.surgery.tick();
		}
		assertThat(this.surgery.news).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "single-order-1", "parallel-import-2", "Scheduler-1", "session-sweeper-1", "publisher-1",
			"cluster-sync-1", "evictor", "pool-7-thread-1", "Timer-0", "Apollo-ReleaseMessageScanner-1" })
	void namesThatAnApplicationMayChooseAreNotKnown(String name) {
		assertThat(SharedThreads.isOfTheJvm(name) || SharedThreads.isOfTheServer(name)
				|| SharedThreads.isOfTheLoggingSystem(name))
			.isFalse();
	}

	/** {@code timerscope.findings.disabled=unmanaged} silences this kind only. */
	@Test
	void whoIsLeftBehindIsKnownAlsoWhereNobodyWantsToHearOfUnmanagedOnes() {
		FindingBook silent = new FindingBook(this.surgery.bench.ledger, List.of(FindingKind.UNMANAGED));
		Inspection inspection = new Inspection(this.surgery.bench.ledger, silent, FindingLimits.DEFAULTS, null,
				this.surgery.outside);
		inspection.started();
		byHand("import-");
		await().untilAsserted(() -> {
			inspection.tick();
			assertThat(this.surgery.outside.seenLast()).extracting(OutsideThread::name)
				.anyMatch((name) -> name.startsWith("import-"));
		});
	}

	@Test
	void threadsThatWereThereBeforeTheApplicationAreNotItsOwn() {
		byHand("launcher-");
		try (Surgery later = new Surgery()) {
			for (int i = 0; i < 5; i++) {
				later.tick();
			}
			assertThat(later.news).isEmpty();
		}
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

	@Test
	void aThreadThatTheUserNamesIsIgnored() {
		FindingLimits limits = new FindingLimits() {

			@Override
			public boolean ignoresThread(String name) {
				return name.startsWith("legacy");
			}

		};
		try (Surgery other = new Surgery(limits, PoolHolders.UNKNOWN)) {
			byHand("legacy-");
			for (int i = 0; i < 3; i++) {
				awaitIdle();
				other.tick();
			}
			assertThat(other.news).isEmpty();
			assertThat(other.outside.groups()).extracting(OutsideGroup::name).contains("legacy-1");
		}
	}

	private List<Severity> severities() {
		return this.surgery.of(FindingKind.UNMANAGED).stream().map(Finding::severity).toList();
	}

	/** Two samples that see every thread wait for its work. */
	private void settle() {
		awaitIdle();
		this.surgery.tick();
		this.surgery.tick();
	}

	private void awaitIdle() {
		await().until(() -> this.surgery.outside.look()
			.stream()
			.allMatch((thread) -> thread.thread().kind() == OutsideKind.TIMER || thread.pool() instanceof Integer));
	}

	private ScheduledExecutorService byHand(String prefix) {
		ScheduledExecutorService pool = Executors.newScheduledThreadPool(1, named(prefix));
		pool.schedule(UnmanagedFindingTests::work, 1, TimeUnit.HOURS);
		this.pools.add(pool);
		return pool;
	}

	private static ThreadFactory named(String prefix) {
		AtomicInteger number = new AtomicInteger();
		return (task) -> new Thread(task, prefix + number.incrementAndGet());
	}

	private static void work() {
	}

}
