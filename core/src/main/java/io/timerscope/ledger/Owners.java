package io.timerscope.ledger;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.timerscope.Owner;
import io.timerscope.OwnerContext;
import io.timerscope.OwnerKind;
import io.timerscope.leak.Leaks;
import io.timerscope.clock.LedgerClock;
import io.timerscope.record.LedgerWriter;
import io.timerscope.record.TaskOwner;
import io.timerscope.record.ThreadContext;
import io.timerscope.record.TrackingErrors;

/** Opens and ends the owners of one ledger. Any method may be called by any thread. */
final class Owners {

	private final LedgerClock clock;

	private final Leaks leaks;

	private final LedgerWriter writer;

	private final ThreadContext context;

	private final TaskOwner application;

	private final Attribution attribution = new Attribution();

	private final AtomicLong ids = new AtomicLong();

	Owners(String applicationName, Leaks leaks, LedgerWriter writer, ThreadContext context) {
		this.clock = writer.clock();
		this.leaks = leaks;
		this.writer = writer;
		this.context = context;
		this.application = new TaskOwner(OwnerKind.APPLICATION, 0, applicationName, this.clock.nanos());
	}

	Owner application() {
		return this.application;
	}

	OwnerContext context() {
		return this.context;
	}

	/** Whether this thread is in a scheduling call that is tracked. */
	boolean isHandingOver() {
		return ThreadContext.isHandingOver(this.context.slots());
	}

	Attribution attribution() {
		return this.attribution;
	}

	Owner open(OwnerKind kind, String name, long openedNanos) {
		return new TaskOwner(kind, this.ids.incrementAndGet(), name, openedNanos);
	}

	/**
	 * Ends an owner: each of its live tasks is cancelled, or watched for the grace
	 * period, as the policy says.
	 * @param accuses whether what goes on is a leak; it is none where the application
	 * ends too
	 */
	void end(Owner owner, boolean accuses) {
		TaskOwner ended = (TaskOwner) owner;
		List<Runnable> companions = ended.end(new TaskOwner.Ended(this.clock.nanos(), accuses));
		if (companions != null) {
			TrackingErrors errors = this.writer.errors();
			companions.forEach((companion) -> errors.guarded("end what ends with an owner", companion));
			errors.guarded("end an owner", () -> this.leaks.ownerEnded(ended, this.writer));
		}
	}

	void reopen(Owner owner) {
		((TaskOwner) owner).reopen();
	}

}
