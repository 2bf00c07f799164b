package io.timerscope.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.acme.finding.Jobs;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.ledger.TriggerWatch;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Jobs that run and do not do their job. */
class JobFindingTests {

	/** A pool in which nothing runs at the moment. */
	private static final PoolView IDLE = new PoolView() {

		@Override
		public Integer activeThreads() {
			return 0;
		}

	};

	private final Surgery surgery = new Surgery();

	/** Goes on after a run that threw, as Spring's schedulers do. */
	private final TaskTracker spring = tracker("taskScheduler", true, false);

	/** So that nothing is taken for abandoned when the garbage collector runs. */
	private final List<@Nullable Future<?>> held = new ArrayList<>();

	private boolean fails;

	private Duration takes = Duration.ZERO;

	@AfterEach
	void close() {
		this.surgery.close();
	}

	@Test
	void aTaskThatThrowsRunAfterRunFails() {
		Runnable run = every(Duration.ofMinutes(1));
		this.fails = true;
		runs(run, 2);
		assertThat(this.surgery.news).doesNotContain("raised failing");
		runs(run, 1);
		assertThat(this.surgery.of(FindingKind.FAILING)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.PROBLEM);
			assertThat(finding.subject()).startsWith("com.acme.finding.Jobs.given(");
			assertThat(finding.scheduler()).isEqualTo("taskScheduler");
			assertThat(finding.evidence()).isEqualTo("the last 3 runs of a periodic task ended by an exception "
					+ "(java.lang.IllegalStateException: boom); the scheduler goes on with it");
			assertThat(finding.advice()).contains("timerscope.ignore=com.acme.finding.Jobs#given");
			assertThat(finding.error()).isEqualTo("java.lang.IllegalStateException: boom");
		});
		runs(run, 1);
		assertThat(this.surgery.of(FindingKind.FAILING)).singleElement()
			.extracting(Finding::evidence)
			.asString()
			.startsWith("the last 4 runs");
	}

	@Test
	void oneSuccessResolvesIt() {
		Runnable run = every(Duration.ofMinutes(1));
		this.fails = true;
		runs(run, 3);
		this.fails = false;
		runs(run, 1);
		this.fails = true;
		runs(run, 2);
		assertThat(this.surgery.news).filteredOn((it) -> it.endsWith("failing"))
			.containsExactly("raised failing", "resolved failing");
	}

	@Test
	void anIgnoredLineMayFail() {
		FindingLimits limits = new FindingLimits() {

			@Override
			public boolean ignores(Site site) {
				return true;
			}

		};
		try (Surgery surgery = new Surgery(limits, 1)) {
			TaskTracker tracker = surgery.bench.ledger.schedulers()
				.track("s", "S", new SchedulerTraits(true, false, RejectedExecutionException::new), IDLE);
			Runnable[] run = new Runnable[1];
			Jobs.given(() -> this.held.add(tracker.<Future<?>>track(() -> {
				throw new IllegalStateException("boom");
			}, Schedule.fixedRate(0, 1_000_000), (it) -> {
				run[0] = it;
				return never(surgery);
			})));
			for (int i = 0; i < 5; i++) {
				quietly(run[0]);
				surgery.tickNow();
			}
			assertThat(surgery.news).isEmpty();
		}
	}

	@Test
	void aJobWithoutSuccessForTwoPeriodsIsOverdueUntilItFailsOften() {
		Runnable run = every(Duration.ofHours(1));
		runs(run, 1);
		this.fails = true;
		pass(Duration.ofHours(1));
		runs(run, 1);
		pass(Duration.ofMinutes(59));
		runs(run, 1);
		assertThat(this.surgery.kinds()).isEmpty();
		pass(Duration.ofMinutes(5));
		ticks();
		assertThat(this.surgery.of(FindingKind.OVERDUE)).singleElement().satisfies((finding) -> {
			assertThat(finding.evidence())
				.matches("a periodic task \\(every 1 h\\) has had no successful run for 2 h 4 min, "
						+ "longer than two of its periods; its last run ended by an exception "
						+ "\\(java.lang.IllegalStateException: boom\\)");
			assertThat(finding.advice()).contains("timerscope.ignore=com.acme.finding.Jobs#given");
		});
		runs(run, 1);
		this.surgery.tick();
		assertThat(this.surgery.news).containsExactly("raised overdue", "raised failing", "resolved overdue");
	}

	@Test
	void oneFailureOfAJobWithLongRunsMakesNothingOverdue() {
		Runnable[] run = new Runnable[1];
		Jobs.given(() -> this.held.add(this.spring.<Future<?>>track(this::work,
				Schedule.fixedDelay(0, Duration.ofSeconds(30).toNanos()), (it) -> {
					run[0] = it;
					return never(this.surgery);
				})));
		this.takes = Duration.ofMinutes(2);
		runs(run[0], 1);
		pass(Duration.ofSeconds(30));
		this.fails = true;
		runs(run[0], 1);
		ticks();
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void aSuccessEndsTheWait() {
		Runnable run = every(Duration.ofMinutes(1));
		runs(run, 1);
		this.fails = true;
		runs(run, 1);
		pass(Duration.ofMinutes(1));
		runs(run, 1);
		pass(Duration.ofMinutes(1));
		ticks();
		this.fails = false;
		runs(run, 1);
		assertThat(this.surgery.news).containsExactly("raised overdue", "resolved overdue");
	}

	@Test
	void aPausedSchedulerAndAProcessThatWasHeldMakeNothingOverdue() {
		Runnable run = every(Duration.ofMinutes(1));
		runs(run, 1);
		pass(Duration.ofHours(5));
		ticks();
		runs(run, 1);
		this.surgery.pause(Duration.ofHours(5));
		ticks();
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void aCronTaskIsOverdueAfterTwoTimesWithoutSuccess() {
		@Nullable TriggerWatch[] watch = new TriggerWatch[1];
		Runnable run = onTrigger(watch);
		TriggerWatch trigger = Objects.requireNonNull(watch[0]);
		this.fails = true;
		next(trigger, Duration.ofDays(30), Duration.ofDays(60));
		pass(Duration.ofDays(30));
		runs(run, 1);
		next(trigger, Duration.ofDays(30), Duration.ofDays(60));
		ticks();
		assertThat(this.surgery.news).as("one month was missed").isEmpty();
		pass(Duration.ofDays(30));
		runs(run, 1);
		next(trigger, Duration.ofDays(30), Duration.ofDays(60));
		ticks();
		assertThat(this.surgery.of(FindingKind.OVERDUE)).singleElement()
			.extracting(Finding::evidence)
			.asString()
			.startsWith("a periodic task (trigger 0 0 3 1 * *) has had no successful run for 60 d");
	}

	@Test
	void aTaskThatNeedsLongerThanItsPeriodOverrunsAndIsNotLate() {
		Runnable run = every(Duration.ofSeconds(30));
		this.takes = Duration.ofSeconds(45);
		runs(run, 2);
		assertThat(this.surgery.kinds()).isEmpty();
		runs(run, 1);
		assertThat(this.surgery.of(FindingKind.OVERRUNNING)).singleElement().satisfies((finding) -> {
			assertThat(finding.evidence())
				.isEqualTo("the last 3 runs of a task (every 30 s) took longer than its period, the last one 45 s, "
						+ "so that it never keeps its times");
			assertThat(finding.advice()).contains("scheduleWithFixedDelay");
		});
		runs(run, 3);
		this.takes = Duration.ofSeconds(1);
		runs(run, 1);
		assertThat(this.surgery.news).containsExactly("raised overrunning", "resolved overrunning");
	}

	@Test
	void oneLongRunIsNoOverrun() {
		Runnable run = every(Duration.ofSeconds(30));
		runs(run, 3);
		this.takes = Duration.ofMinutes(9);
		runs(run, 1);
		this.takes = Duration.ZERO;
		runs(run, 3);
		assertThat(this.surgery.news).isEmpty();
	}

	@Test
	void aCronTaskOverrunsTheTimeThatComesNext() {
		@Nullable TriggerWatch[] watch = new TriggerWatch[1];
		Runnable run = onTrigger(watch);
		TriggerWatch trigger = Objects.requireNonNull(watch[0]);
		this.takes = Duration.ofMinutes(6);
		for (int i = 0; i < 3; i++) {
			next(trigger, Duration.ofMinutes(5), Duration.ofMinutes(10));
			pass(Duration.ofMinutes(5));
			runs(run, 1);
		}
		assertThat(this.surgery.of(FindingKind.OVERRUNNING)).singleElement()
			.extracting(Finding::evidence)
			.asString()
			.startsWith("the last 3 runs of a task (trigger 0 0 3 1 * *) took longer than its period");
	}

	@Test
	void runsWithThreadsOfTheirOwnOverlap() {
		TaskTracker virtual = tracker("virtual", true, true);
		Runnable run = every(virtual, Duration.ofSeconds(30));
		this.takes = Duration.ofSeconds(45);
		runs(run, 3);
		assertThat(this.surgery.of(FindingKind.OVERRUNNING)).singleElement()
			.extracting(Finding::evidence)
			.asString()
			.endsWith(", so that its runs overlap");
	}

	private Runnable every(Duration period) {
		return every(this.spring, period);
	}

	private Runnable every(TaskTracker tracker, Duration period) {
		Runnable[] run = new Runnable[1];
		Jobs.given(() -> this.held
			.add(tracker.<Future<?>>track(this::work, Schedule.fixedRate(0, period.toNanos()), (it) -> {
				run[0] = it;
				return never(this.surgery);
			})));
		return run[0];
	}

	private Runnable onTrigger(@Nullable TriggerWatch[] watch) {
		Runnable[] run = new Runnable[1];
		Jobs.given(() -> this.held
			.add(this.spring.<Future<?>>trackTriggered(this::work, Schedule.onTrigger("0 0 3 1 * *"), (it, its) -> {
				run[0] = it;
				watch[0] = its;
				return never(this.surgery);
			})));
		return run[0];
	}

	private void next(TriggerWatch watch, Duration next, Duration following) {
		Instant now = this.surgery.bench.time.now();
		watch.next(now.plus(next), now.plus(following), now);
	}

	/** Runs one right after the other, each with a look at what is found. */
	private void runs(Runnable run, int times) {
		for (int i = 0; i < times; i++) {
			quietly(run);
			this.surgery.tickNow();
		}
	}

	private void ticks() {
		for (int i = 0; i < 3; i++) {
			this.surgery.tick();
		}
	}

	private void pass(Duration duration) {
		this.surgery.bench.time.pass(duration);
	}

	private static void quietly(Runnable run) {
		try {
			run.run();
		}
		catch (IllegalStateException ex) {
			assertThat(ex).hasMessage("boom");
		}
	}

	private void work() {
		pass(this.takes);
		if (this.fails) {
			throw new IllegalStateException("boom");
		}
	}

	/** The scheduler's own future, which the tests drive by hand. */
	private static Future<?> never(Surgery surgery) {
		return surgery.bench.pool.schedule(JobFindingTests::nothing, 365, TimeUnit.DAYS);
	}

	private static void nothing() {
	}

	private TaskTracker tracker(String name, boolean survives, boolean handsOff) {
		return this.surgery.bench.ledger.schedulers()
			.track(name, ScheduledThreadPoolExecutor.class.getName(),
					new SchedulerTraits(survives, handsOff, RejectedExecutionException::new), IDLE);
	}

}
