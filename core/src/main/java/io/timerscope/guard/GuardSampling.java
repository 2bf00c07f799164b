package io.timerscope.guard;

import java.util.function.DoubleSupplier;

import io.timerscope.TickListener;
import io.timerscope.ledger.TaskLedger;

/**
 * Takes a sample per tick and shows it to the guard.
 *
 * @since 0.1.0
 */
public final class GuardSampling implements TickListener {

	private final Guard guard;

	private final TaskLedger ledger;

	private final DoubleSupplier heap;

	/**
	 * Prepares to sample this JVM's heap.
	 * @param guard is shown the samples
	 * @param ledger where tasks are counted
	 */
	public GuardSampling(Guard guard, TaskLedger ledger) {
		this(guard, ledger, heap());
	}

	GuardSampling(Guard guard, TaskLedger ledger, DoubleSupplier heap) {
		this.guard = guard;
		this.ledger = ledger;
		this.heap = heap;
	}

	@Override
	public void tick() {
		this.guard.sample(GuardSample.of(this.ledger, this.heap.getAsDouble()));
	}

	/** A runtime image may lack the management beans. */
	private static DoubleSupplier heap() {
		return ModuleLayer.boot().findModule("java.management").isPresent() ? new Heap() : () -> 0;
	}

}
