package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * The owner on whose behalf the current thread works. One context belongs to one ledger;
 * every method concerns the calling thread only.
 *
 * @since 0.1.0
 */
public final class OwnerContext {

	private static final int OWNER = 0;

	private static final int HANDING_OVER = 1;

	/**
	 * An array of the JDK and no class of ours, so that a thread which outlives the
	 * application does not keep its class loader.
	 */
	@SuppressWarnings("ThreadLocalUsage") // one context per ledger
	private final ThreadLocal<@Nullable Object @Nullable []> slots = new ThreadLocal<>();

	OwnerContext() {
	}

	/**
	 * The owner of what this thread schedules now.
	 * @return the owner, or {@code null} where no request, session or scope is at work
	 */
	public @Nullable Owner current() {
		@Nullable Object[] slots = this.slots.get();
		return (slots == null) ? null : (Owner) slots[OWNER];
	}

	/**
	 * Works on behalf of an owner from now on.
	 * @param owner the owner, or {@code null} for none
	 * @return the owner before, to be handed to this method again when the work is done
	 */
	public @Nullable Owner swap(@Nullable Owner owner) {
		@Nullable Object[] slots = this.slots.get();
		if (slots == null) {
			if (owner == null) {
				return null;
			}
			slots = claim();
		}
		Owner before = (Owner) slots[OWNER];
		slots[OWNER] = owner;
		return before;
	}

	/** Whether this thread is inside a call that is tracked already. */
	boolean isHandingOver() {
		@Nullable Object[] slots = this.slots.get();
		return slots != null && slots[HANDING_OVER] != null;
	}

	/** Sets what {@link #isHandingOver()} answers and returns what it was. */
	boolean handingOver(boolean handingOver) {
		@Nullable Object[] slots = this.slots.get();
		if (slots == null) {
			if (!handingOver) {
				return false;
			}
			slots = claim();
		}
		boolean before = slots[HANDING_OVER] != null;
		slots[HANDING_OVER] = handingOver ? Boolean.TRUE : null;
		return before;
	}

	private @Nullable Object[] claim() {
		@Nullable Object[] slots = new @Nullable Object[2];
		this.slots.set(slots);
		return slots;
	}

}
