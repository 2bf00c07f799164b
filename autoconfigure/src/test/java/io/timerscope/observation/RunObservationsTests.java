package io.timerscope.observation;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.acme.observation.Deliveries;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.timerscope.CompletedRun;
import io.timerscope.LedgerListener;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link RunObservations}.
 */
class RunObservationsTests {

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final TaskLedger ledger = TaskLedger.builder().build();

	private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);

	private final TrackedScheduledExecutorService scheduler = new TrackedScheduledExecutorService(this.pool,
			this.ledger.schedulers()
				.track("orders", this.pool.getClass().getName(), SchedulerTraits.EXECUTOR, PoolView.of(this.pool)));

	private final Deliveries deliveries = new Deliveries(this.scheduler);

	private final RunObservations observations = new RunObservations(this.ledger, this.registry, (task) -> false);

	@BeforeEach
	void start() {
		this.observations.start();
	}

	@AfterEach
	void shutDown() {
		this.pool.shutdownNow();
	}

	@Test
	void aRunIsObservedOnceUnderTheNameOfItsLine() throws Exception {
		OwnerSource before = this.ledger.context().swap(this.ledger.openOwner(OwnerKind.REQUEST, "POST /orders"));
		ScheduledFuture<?> delivery = this.deliveries.later(() -> {
		});
		this.ledger.context().swap(before);
		delivery.get();
		assertObserved().hasNumberOfObservationsEqualTo(1)
			.hasObservationWithNameEqualTo("timerscope.run")
			.that()
			.hasBeenStarted()
			.hasBeenStopped()
			.doesNotHaveError()
			.doesNotHaveParentObservation()
			.hasContextualNameEqualTo("task Deliveries.later")
			.hasLowCardinalityKeyValue("scheduler", "orders")
			.hasLowCardinalityKeyValue("schedule", "once")
			.hasLowCardinalityKeyValue("owner", "request")
			.hasLowCardinalityKeyValue("leak", "none")
			.hasHighCardinalityKeyValue("site", Deliveries.LATER)
			.hasHighCardinalityKeyValue("task.id", "1");
	}

	@Test
	void whatARunThrowsIsItsErrorAndReachesTheCallerUnchanged() {
		IllegalStateException soldOut = new IllegalStateException("sold out");
		Callable<String> delivery = () -> {
			throw soldOut;
		};
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.scheduler.submit(delivery).get())
			.havingCause()
			.isSameAs(soldOut);
		assertObserved().hasSingleObservationThat().hasBeenStopped().hasError(soldOut);
	}

	@Test
	void thePeriodicTaskOfARequestJoinsNobodysTrace() throws Exception {
		Observation request = Observation.start("request", this.registry);
		CountDownLatch runs = new CountDownLatch(3);
		this.deliveries.every(propagating(request, runs::countDown));
		assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
		assertObserved().forAllObservationsWithNameEqualTo("timerscope.run",
				(run) -> run.doesNotHaveParentObservation());
	}

	@Test
	void aOneTimeTaskJoinsTheTraceThatTheApplicationCarriesToItsThread() throws Exception {
		Observation request = Observation.start("request", this.registry);
		this.pool.submit(request::openScope).get();
		this.deliveries.later(() -> {
		}).get();
		assertObserved().hasObservationWithNameEqualTo("timerscope.run").that().hasParentObservationEqualTo(request);
	}

	@Test
	void theThreadIsLeftAsItWasFound() throws Exception {
		this.deliveries.later(() -> assertThat(this.registry.getCurrentObservation()).isNotNull()).get();
		Callable<Observation> current = this.registry::getCurrentObservation;
		assertThat(this.pool.submit(current).get()).isNull();
	}

	@Test
	void theRunIsRecordedWhileItsObservationIsOpen() throws Exception {
		Observation[] open = new Observation[1];
		this.ledger.addListener(new LedgerListener() {

			@Override
			public void ran(String scheduler, String schedule, CompletedRun run) {
				open[0] = RunObservationsTests.this.registry.getCurrentObservation();
			}

		});
		this.deliveries.later(() -> {
		}).get();
		assertThat(open[0].getContext().getName()).isEqualTo("timerscope.run");
	}

	@Test
	void aRunThatSomebodyElseObservesIsLeftToThem() throws Exception {
		new RunObservations(this.ledger, this.registry, (task) -> true).start();
		this.deliveries.later(() -> {
		}).get();
		assertObserved().doesNotHaveAnyObservation();
	}

	@Test
	void afterTheEndNothingIsObserved() throws Exception {
		this.observations.close();
		this.deliveries.later(() -> {
		}).get();
		assertObserved().doesNotHaveAnyObservation();
	}

	@Test
	void aHandlerThatFailsCostsTheObservationAndNotTheRun() throws Exception {
		ObservationRegistry broken = ObservationRegistry.create();
		broken.observationConfig().observationHandler((context) -> {
			throw new IllegalStateException("handler");
		});
		new RunObservations(this.ledger, broken, (task) -> false).start();
		CountDownLatch run = new CountDownLatch(1);
		this.deliveries.later(run::countDown).get();
		assertThat(run.getCount()).isZero();
		await().until(() -> this.ledger.trackingErrors() > 0);
	}

	/** As a decorator of tasks does that carries the caller's observation along. */
	private Runnable propagating(Observation observation, Runnable task) {
		this.pool.submit(observation::openScope);
		return task;
	}

	private TestObservationRegistryAssert assertObserved() {
		return TestObservationRegistryAssert.assertThat(this.registry);
	}

}
