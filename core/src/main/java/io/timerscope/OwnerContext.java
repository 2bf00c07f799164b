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

	/**
	 * Holds the slots themselves or nothing, which costs no barrier of the collector's.
	 */
	private static final int HANDING_OVER = 1;

	private static final int THREAD = 2;

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
		return source(slots());
	}

	/**
	 * Works on behalf of an owner from now on.
	 * @param source the owner, or what names it when it is asked for; {@code null} for
	 * none
	 * @return the source before, to be handed to this method again when the work is done
	 */
	public @Nullable OwnerSource swap(@Nullable OwnerSource source) {
		@Nullable Object[] slots = slots();
		if (slots == null) {
			if (source == null) {
				return null;
			}
			slots = claim();
		}
		return swap(slots, source);
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

	/** Sets what {@link #isHandingOver} answers and returns what it was. */
	boolean handingOver(boolean handingOver) {
		@Nullable Object[] slots = slots();
		return (slots != null || handingOver) && handingOver((slots != null) ? slots : claim(), handingOver);
	}

	/**
	 * What this thread is at, to be looked up once for a whole call and never to be
	 * changed by another thread; {@code null} if it has not been at anything yet.
	 */
	@Nullable Object @Nullable [] slots() {
		return this.slots.get();
	}

	/** As {@link #slots()}, and never {@code null}. */
	@Nullable Object[] claimedSlots() {
		@Nullable Object[] slots = slots();
		return (slots != null) ? slots : claim();
	}

	/** The thread that the slots belong to. */
	static @Nullable Thread thread(@Nullable Object @Nullable [] slots) {
		return (slots == null) ? null : (Thread) slots[THREAD];
	}

	static @Nullable OwnerSource source(@Nullable Object @Nullable [] slots) {
		return (slots == null) ? null : (OwnerSource) slots[SOURCE];
	}

	/** Whether the thread is inside a call that is tracked already. */
	static boolean isHandingOver(@Nullable Object @Nullable [] slots) {
		return slots != null && slots[HANDING_OVER] != null;
	}

	/** Whether the thread works for nobody and is in no scheduling call. */
	static boolean isIdle(@Nullable Object[] slots) {
		return slots[SOURCE] == null && slots[HANDING_OVER] == null;
	}

	static @Nullable OwnerSource swap(@Nullable Object[] slots, @Nullable OwnerSource source) {
		OwnerSource before = (OwnerSource) slots[SOURCE];
		if (before != source) {
			slots[SOURCE] = source;
		}
		return before;
	}

	static boolean handingOver(@Nullable Object[] slots, boolean handingOver) {
		boolean before = slots[HANDING_OVER] != null;
		slots[HANDING_OVER] = handingOver ? slots : null;
		return before;
	}

	private @Nullable Object[] claim() {
		@Nullable Object[] slots = { null, null, Thread.currentThread() };
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
