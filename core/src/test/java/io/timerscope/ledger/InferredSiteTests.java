package io.timerscope.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

import com.acme.orders.Reminders;
import io.timerscope.OriginCapture;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.snapshot.SiteCountsSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often a task is put down to a line that did not schedule it. The task takes its
 * line from its class, and the test knows which line it was.
 */
class InferredSiteTests {

	private static final int CALLS = 100_000;

	private final Bench bench = new Bench();

	private final Reminders reminders = new Reminders(this.bench.executor);

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void aLambdaHasOneLineAndTheTaskSaysThatItWasInferred() {
		assertThat(wrong((call) -> {
			this.reminders.own();
			return "own";
		})).isZero();
		long inferred = this.bench.tasks(TaskQuery.States.LIVE)
			.tasks()
			.stream()
			.filter(TaskSnapshot::siteInferred)
			.count();
		assertThat(inferred).isGreaterThan(50);
	}

	@Test
	void aClassThatIsSharedByTwoLinesIsWalkedOnceThatIsKnown() {
		assertThat(wrong((call) -> reminder((call % 2 == 0) ? "busy" : "rare"))).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void aSecondLineIsFoundInTime(Share share) {
		assertThat(wrong((call) -> reminder((call > 1_000 && call % share.every == 0) ? "rare" : "busy")))
			.isLessThanOrEqualTo(CALLS / 500);
	}

	@Test
	void aLineThatTakesOverIsFoundInTime() {
		assertThat(wrong((call) -> reminder((call < CALLS / 2) ? "busy" : "rare"))).isLessThanOrEqualTo(CALLS / 500);
	}

	@Test
	void aLambdaThatIsHandedToTwoLinesIsFoundInTime() {
		Runnable lambda = () -> {
		};
		assertThat(wrong((call) -> {
			boolean rare = call > CALLS / 2;
			if (rare) {
				this.reminders.rare(lambda);
			}
			else {
				this.reminders.busy(lambda);
			}
			return rare ? "rare" : "busy";
		})).isLessThanOrEqualTo(CALLS / 500);
	}

	@Test
	void periodicTasksAreAlwaysWalked() {
		assertThat(wrong(CALLS / 10, (call) -> {
			boolean other = call > 1_000 && call % 777 == 0;
			Runnable reminder = new Reminders.Reminder();
			if (other) {
				this.reminders.everyOther(reminder);
			}
			else {
				this.reminders.every(reminder);
			}
			return other ? "everyOther" : "every";
		})).isZero();
		assertThat(this.bench.tasks(TaskQuery.States.LIVE).tasks()).noneMatch(TaskSnapshot::siteInferred);
	}

	@Test
	void captureAlwaysInfersNothing() {
		try (Bench always = new Bench(TaskLedger.builder().capture(OriginCapture.ALWAYS))) {
			Reminders reminders = new Reminders(always.executor);
			for (int i = 0; i < 100; i++) {
				reminders.own();
			}
			assertThat(always.tasks(TaskQuery.States.LIVE).tasks()).hasSize(100).noneMatch(TaskSnapshot::siteInferred);
		}
	}

	private String reminder(String line) {
		Runnable reminder = new Reminders.Reminder();
		if (line.equals("rare")) {
			this.reminders.rare(reminder);
		}
		else {
			this.reminders.busy(reminder);
		}
		return line;
	}

	/**
	 * Makes the calls, and returns how many tasks are at a line that did not make them.
	 */
	private long wrong(IntFunction<String> caller) {
		return wrong(CALLS, caller);
	}

	private long wrong(int calls, IntFunction<String> caller) {
		Map<String, Long> made = new HashMap<>();
		for (int call = 0; call < calls; call++) {
			made.merge(caller.apply(call), 1L, Long::sum);
		}
		Map<String, Long> seen = new HashMap<>();
		for (SiteCountsSnapshot line : this.bench.ledger.read().siteCounts()) {
			seen.merge(line.site().methodName(), line.totals().scheduled(), Long::sum);
		}
		long wrong = 0;
		for (Map.Entry<String, Long> line : made.entrySet()) {
			wrong += Math.abs(line.getValue() - seen.getOrDefault(line.getKey(), 0L));
		}
		long share = wrong / Math.min(2, made.size());
		System.getLogger(InferredSiteTests.class.getName())
			.log(System.Logger.Level.INFO, "{0} of {1} calls at a wrong line", share, calls);
		return share;
	}

	/** How rare the second line is. */
	enum Share {

		HALF(2), TENTH(10), HUNDREDTH(100), THOUSANDTH(1000);

		private final int every;

		Share(int every) {
			this.every = every;
		}

	}

}
