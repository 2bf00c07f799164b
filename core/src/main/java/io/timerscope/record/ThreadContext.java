package io.timerscope.record;

import java.util.function.Supplier;

import io.timerscope.Owner;
import io.timerscope.OwnerContext;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import org.jspecify.annotations.Nullable;

/**
 * What each thread is at: for whom it works, and whether it is inside a scheduling call.
 * That is kept in an array, its slots, so that a call looks it up once.
 */
public final class ThreadContext implements OwnerContext {

	private static final int SOURCE = 0;

	/**
	 * Whether the thread is in a scheduling call: the slots themselves, or {@code null}.
	 * A reference to the array from itself costs the collector no write barrier.
	 */
	private static final int HANDING_OVER = 1;

	private static final int THREAD = 2;

	/**
	 * An array of the JDK and no class of ours, so that a thread which outlives the
	 * application does not keep its class loader.
	 */
	@SuppressWarnings("ThreadLocalUsage") // one context per ledger
	private final ThreadLocal<@Nullable Object @Nullable []> slots = new ThreadLocal<>();

	public ThreadContext() {
	}

	@Override
	public @Nullable Owner current() {
		OwnerSource source = source();
		return (source == null) ? null : source.owner();
	}

	@Override
	public @Nullable Owner nearest(OwnerKind kind) {
		for (OwnerSource source = source(); source != null; source = source.outer()) {
			Owner owner = source.owner();
			if (owner != null && owner.kind() == kind) {
				return owner;
			}
		}
		return null;
	}

	@Override
	public @Nullable OwnerSource source() {
		return source(slots());
	}

	@Override
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

	@Override
	public void enter(OwnerSource source) {
		swap(new Entered(source, source()));
	}

	@Override
	public void leave() {
		for (OwnerSource source = source(); source != null; source = source.outer()) {
			if (source instanceof Entered entered) {
				swap(entered.outer);
				return;
			}
		}
	}

	@Override
	public <T extends @Nullable Object> T untracked(Supplier<T> call) {
		boolean before = handingOver(true);
		try {
			return call.get();
		}
		finally {
			handingOver(before);
		}
	}

	/**
	 * Marks the thread as within a call that is tracked already, or that must not be
	 * tracked; returns whether it was.
	 */
	public boolean handingOver(boolean handingOver) {
		@Nullable Object[] slots = slots();
		return (slots != null || handingOver) && handingOver((slots != null) ? slots : claim(), handingOver);
	}

	/**
	 * What this thread is at, to be looked up once for a whole call and never to be
	 * changed by another thread; {@code null} if it has not been at anything yet.
	 */
	public @Nullable Object @Nullable [] slots() {
		return this.slots.get();
	}

	/** As {@link #slots()}, and never {@code null}. */
	public @Nullable Object[] claimedSlots() {
		@Nullable Object[] slots = slots();
		return (slots != null) ? slots : claim();
	}

	/** The thread that the slots belong to. */
	static @Nullable Thread thread(@Nullable Object @Nullable [] slots) {
		return (slots == null) ? null : (Thread) slots[THREAD];
	}

	public static @Nullable OwnerSource source(@Nullable Object @Nullable [] slots) {
		return (slots == null) ? null : (OwnerSource) slots[SOURCE];
	}

	/** Whether the thread is inside a call that is tracked already. */
	public static boolean isHandingOver(@Nullable Object @Nullable [] slots) {
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

	public static boolean handingOver(@Nullable Object[] slots, boolean handingOver) {
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
