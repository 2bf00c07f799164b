package io.timerscope;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The owner on whose behalf the current thread works. One context belongs to one ledger;
 * every method concerns the calling thread only.
 *
 * @since 0.1.0
 */
public final class OwnerContext {

	private static final int SOURCE = 0;

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
		OwnerSource source = source();
		return (source == null) ? null : source.owner();
	}

	/**
	 * The nearest owner of a kind that this thread works for.
	 * @param kind the kind
	 * @return the owner, or {@code null} where there is none of the kind
	 */
	public @Nullable Owner nearest(OwnerKind kind) {
		for (OwnerSource source = source(); source != null; source = source.outer()) {
			Owner owner = source.owner();
			if (owner != null && owner.kind() == kind) {
				return owner;
			}
		}
		return null;
	}

	/**
	 * Where the owner comes from, to be handed to another thread.
	 * @return the source, or {@code null} where no request, session or scope is at work
	 */
	public @Nullable OwnerSource source() {
		@Nullable Object[] slots = this.slots.get();
		return (slots == null) ? null : (OwnerSource) slots[SOURCE];
	}

	/**
	 * Works on behalf of an owner from now on.
	 * @param source the owner, or what names it when it is asked for; {@code null} for
	 * none
	 * @return the source before, to be handed to this method again when the work is done
	 */
	public @Nullable OwnerSource swap(@Nullable OwnerSource source) {
		@Nullable Object[] slots = this.slots.get();
		if (slots == null) {
			if (source == null) {
				return null;
			}
			slots = claim();
		}
		OwnerSource before = (OwnerSource) slots[SOURCE];
		slots[SOURCE] = source;
		return before;
	}

	/**
	 * Works on behalf of an owner until {@link #leave()}, for callers that cannot keep
	 * what {@link #swap} returns.
	 * @param source the owner, or what names it
	 */
	public void enter(OwnerSource source) {
		swap(new Entered(source, source()));
	}

	/** Takes the last {@link #enter} on this thread back, if there is one. */
	public void leave() {
		for (OwnerSource source = source(); source != null; source = source.outer()) {
			if (source instanceof Entered entered) {
				swap(entered.outer);
				return;
			}
		}
	}

	/**
	 * Schedules something that serves an owner and is no task of the application: it is
	 * in no ledger.
	 * @param <T> what the scheduler returns
	 * @param call the scheduling call
	 * @return what it returned
	 */
	public <T extends @Nullable Object> T untracked(Supplier<T> call) {
		boolean before = handingOver(true);
		try {
			return call.get();
		}
		finally {
			handingOver(before);
		}
	}

	/** Whether this thread works for nobody and is in no scheduling call. */
	boolean isIdle() {
		@Nullable Object[] slots = this.slots.get();
		return slots == null || (slots[SOURCE] == null && slots[HANDING_OVER] == null);
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

	private record Entered(OwnerSource source, @Nullable OwnerSource outer) implements OwnerSource {

		@Override
		public @Nullable Owner owner() {
			return this.source.owner();
		}

	}

}
