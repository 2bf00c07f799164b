package io.timerscope.ledger;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that becomes an {@link Owner} when the first task is scheduled on its
 * behalf: work that schedules nothing costs this one object. May be used by any thread.
 *
 * @since 0.1.0
 */
public abstract class OwnerOnDemand implements OwnerSource {

	private final TaskLedger ledger;

	private final OwnerKind kind;

	private final long openedNanos;

	private volatile @Nullable Owner owner;

	private volatile boolean ended;

	/**
	 * Begins a unit of work.
	 * @param ledger the ledger
	 * @param kind what the unit is
	 */
	protected OwnerOnDemand(TaskLedger ledger, OwnerKind kind) {
		this.ledger = ledger;
		this.kind = kind;
		this.openedNanos = ledger.time().nanos();
	}

	/**
	 * What people call the unit, as far as it is known by now. Asked only where a task
	 * was scheduled, by any thread, and by several where they are the first at once.
	 * @return the name
	 */
	protected abstract String name();

	@Override
	public final Owner owner() {
		Owner owner = this.owner;
		return (owner != null) ? owner : create();
	}

	private Owner create() {
		String name = name(); // may lead to code of the application's, hence without the
								// lock
		Owner owner;
		synchronized (this) {
			owner = this.owner;
			if (owner == null) {
				owner = this.ledger.openOwner(this.kind, name, this.openedNanos);
				this.owner = owner;
			}
		}
		if (this.ended) {
			this.ledger.ownerEnded(owner);
		}
		return owner;
	}

	/**
	 * Gives the owner its name anew, for example once the route of a request is known.
	 */
	protected final void rename() {
		Owner owner = this.owner;
		if (owner != null) {
			owner.rename(name());
		}
	}

	/**
	 * Whether the unit is over.
	 * @return {@code true} from its end until it is opened again
	 */
	public final boolean isEnded() {
		return this.ended;
	}

	/** Ends the unit; any number of times. */
	public final void end() {
		this.ended = true;
		Owner owner = this.owner;
		if (owner != null) {
			this.ledger.ownerEnded(owner);
		}
	}

	/** Ends the unit together with the application, which accuses nobody. */
	public final void dismiss() {
		Owner owner = owner();
		this.ended = true;
		this.ledger.ownerDismissed(owner);
	}

	/** Takes the end back, as for a request that goes on in an error dispatch. */
	public final void reopen() {
		this.ended = false;
		Owner owner = this.owner;
		if (owner != null) {
			this.ledger.ownerReopened(owner);
		}
	}

}
