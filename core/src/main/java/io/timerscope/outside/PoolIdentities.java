package io.timerscope.outside;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * Tells apart the pools of threads that look alike. The idle workers of one pool wait for
 * the same condition, which is read off the thread; a worker that was never seen idle is
 * known by its name.
 */
final class PoolIdentities {

	private static final String CONDITION = "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject";

	private final Map<Long, Integer> numbers = new HashMap<>();

	private final List<Condition> conditions = new ArrayList<>();

	private int pools;

	/** Something that is equal for threads of one pool. */
	Object of(TimerThread thread) {
		if (thread.kind() != OutsideKind.POOL) {
			return thread.id();
		}
		Integer known = this.numbers.get(thread.id());
		if (known != null) {
			return known;
		}
		Object waitsFor = LockSupport.getBlocker(thread.thread());
		if (waitsFor == null || !waitsFor.getClass().getName().equals(CONDITION)) {
			return ThreadCensus.poolOf(thread.name());
		}
		int number = number(waitsFor);
		this.numbers.put(thread.id(), number);
		return number;
	}

	/** Forgets all other threads. */
	void retain(Set<Long> threads) {
		this.numbers.keySet().retainAll(threads);
		this.conditions.removeIf((condition) -> condition.reference().refersTo(null));
	}

	private int number(@Nullable Object waitsFor) {
		for (Condition condition : this.conditions) {
			if (condition.reference().refersTo(waitsFor)) {
				return condition.number();
			}
		}
		this.pools++;
		this.conditions.add(new Condition(new WeakReference<>(waitsFor), this.pools));
		return this.pools;
	}

	private record Condition(WeakReference<@Nullable Object> reference, int number) {
	}

}
