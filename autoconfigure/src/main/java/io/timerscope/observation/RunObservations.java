package io.timerscope.observation;

import java.util.function.Predicate;

import io.micrometer.observation.NullObservation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.timerscope.RunObserver;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;

/**
 * Observes each run once. Its scope is open while the task runs and while the run is
 * recorded, so that the timer of the run gets the span as its exemplar.
 * <p>
 * The run of a one-time task belongs to whatever the application has propagated to the
 * thread, which by default is nothing; that of a periodic task never does, since it would
 * keep the trace of one request open for ever. Started, called and closed by any thread.
 *
 * @since 0.1.0
 */
public final class RunObservations implements RunObserver, AutoCloseable {

	private static final RunObservationConvention DEFAULT = new DefaultRunObservationConvention();

	private final TaskLedger ledger;

	private final ObservationRegistry registry;

	private final Predicate<Object> observedElsewhere;

	/**
	 * Makes the observer.
	 * @param ledger whose runs are observed
	 * @param registry where observations go
	 * @param observedElsewhere whether somebody else observes the runs of a task
	 */
	public RunObservations(TaskLedger ledger, ObservationRegistry registry, Predicate<Object> observedElsewhere) {
		this.ledger = ledger;
		this.registry = registry;
		this.observedElsewhere = observedElsewhere;
	}

	/**
	 * Whether a meter is one that Micrometer makes of these observations.
	 * @param name the meter's name
	 * @return {@code true} for the timer of runs and for that of active runs
	 */
	public static boolean isMeter(String name) {
		return name.equals(RunObservation.NAME) || name.equals(RunObservation.NAME + ".active");
	}

	/** Observes every run from the next one on. */
	public void start() {
		this.ledger.observeRuns(this);
	}

	@Override
	public void close() {
		this.ledger.observeRuns(RunObserver.NONE);
	}

	@Override
	public @Nullable Observed starts(Object task, TaskSnapshot snapshot) {
		if (this.registry.isNoop() || this.observedElsewhere.test(task)) {
			return null;
		}
		if (!snapshot.schedule().isPeriodic()) {
			return observe(snapshot);
		}
		// Takes the span away from a tracer, and then itself for a parent
		Observation.Scope nothing = new NullObservation(this.registry).openScope();
		try {
			this.registry.setCurrentObservationScope(null);
			Observed run = observe(snapshot);
			return (failure) -> {
				try (nothing) {
					run.ends(failure);
				}
			};
		}
		catch (Throwable ex) {
			nothing.close();
			throw ex;
		}
	}

	private Observed observe(TaskSnapshot snapshot) {
		Observation run = RunObservation.RUN.start(null, DEFAULT, () -> new RunObservationContext(snapshot),
				this.registry);
		Observation.Scope scope = open(run);
		return (failure) -> {
			try (scope) {
				if (failure != null) {
					run.error(failure);
				}
			}
			finally {
				run.stop();
			}
		};
	}

	/** A handler of the application's may throw. */
	private static Observation.Scope open(Observation run) {
		try {
			return run.openScope();
		}
		catch (Throwable ex) {
			run.stop();
			throw ex;
		}
	}

}
