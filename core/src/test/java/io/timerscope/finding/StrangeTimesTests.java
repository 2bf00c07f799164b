package io.timerscope.finding;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.ledger.TriggerWatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A laptop that slept, a clock that was set, a debugger that held the process: a correct
 * application stays silent, in every kind of finding.
 */
class StrangeTimesTests {

	private final CountDownLatch over = new CountDownLatch(1);

	private final Surgery surgery = new Surgery();

	private @Nullable Future<?> held;

	@AfterEach
	void close() {
		assertThat(this.held == null || !this.held.isCancelled()).isTrue();
		this.over.countDown();
		this.surgery.close();
	}

	/** Where the monotonic clock stands still in sleep, only the wall clock jumps. */
	@ParameterizedTest
	@ValueSource(strings = { "PT8H", "-PT8H", "P40D" })
	void aWallClockThatJumpsAccusesNobody(Duration jump) throws Exception {
		Owner request = workInEveryKind();
		this.surgery.bench.time.jump(jump);
		tick(1);
		end(request);
		tick(6);
		assertThat(this.surgery.news).isEmpty();
		assertThat(this.surgery.bench.totals().leaked()).isZero();
	}

	/**
	 * Where it goes on in sleep, or in a debugger, the clock notices that it overslept.
	 */
	@Test
	void aProcessThatWasHeldAccusesNobody() throws Exception {
		Owner request = workInEveryKind();
		this.surgery.pause(Duration.ofHours(8));
		tick(1);
		end(request);
		tick(6);
		assertThat(this.surgery.news).isEmpty();
		assertThat(this.surgery.bench.totals().leaked()).isZero();
	}

	@Test
	void whatIsWrongBeforeANapIsStillWrongAfterIt() {
		Owner bean = this.surgery.bench.during(OwnerKind.BEAN, "feed",
				() -> this.surgery.jobs.inAnHour(StrangeTimesTests::work));
		this.surgery.bench.endAndOutlive(bean);
		tick(1);
		this.surgery.bench.time.jump(Duration.ofHours(8));
		this.surgery.pause(Duration.ofHours(8));
		tick(3);
		assertThat(this.surgery.news).containsExactly("raised outlived-bean");
	}

	/**
	 * A request that has just ended, a run under way, a task that waits for its thread, a
	 * trigger that is due by the wall clock, and some cancelled tasks.
	 */
	private Owner workInEveryKind() throws InterruptedException {
		CountDownLatch running = new CountDownLatch(1);
		this.surgery.jobs.now(() -> {
			running.countDown();
			awaitTheEnd();
		});
		assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
		this.surgery.jobs.now(StrangeTimesTests::work);
		this.held = this.surgery.bench.tracker.<Future<?>>trackTriggered(StrangeTimesTests::work,
				Schedule.onTrigger("0 0 * * * *"), (run, watch) -> {
					due(watch);
					return this.surgery.bench.pool.schedule(run, 1, TimeUnit.HOURS);
				});
		for (int i = 0; i < 20; i++) {
			this.surgery.jobs.inAnHour(StrangeTimesTests::work).cancel(false);
		}
		Owner request = this.surgery.bench.during(OwnerKind.REQUEST, "GET /",
				() -> this.surgery.jobs.inAnHour(StrangeTimesTests::work));
		this.surgery.bench.ledger.ownerEnded(request);
		return request;
	}

	private void due(TriggerWatch watch) {
		watch.next(this.surgery.bench.ledger.now().plus(Duration.ofHours(1)));
	}

	/** Within its grace, as far as anybody was awake. */
	private void end(Owner request) {
		this.surgery.bench.ledger.read().forEachLive((task) -> {
			if (task.owner().kind() == request.kind()) {
				this.surgery.bench.ledger.cancel(task.id());
			}
			return true;
		});
		this.over.countDown();
		await().until(() -> this.surgery.bench.totals().running() == 0 && this.surgery.bench.totals().completed() == 2);
	}

	private void tick(int times) {
		for (int i = 0; i < times; i++) {
			this.surgery.tick();
		}
	}

	private void awaitTheEnd() {
		try {
			this.over.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void work() {
	}

}
