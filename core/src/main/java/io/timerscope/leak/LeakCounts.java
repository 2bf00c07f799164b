package io.timerscope.leak;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.timerscope.LeakReason;
import io.timerscope.OwnerKind;

/** Leaks since the start. Written by every thread that finds or ends one. */
public final class LeakCounts {

	private final Map<LeakReason, LongAdder> found = new EnumMap<>(LeakReason.class);

	private final Map<LeakReason, LongAdder> recovered = new EnumMap<>(LeakReason.class);

	private final Map<OwnerKind, LongAdder> cancelled = new EnumMap<>(OwnerKind.class);

	LeakCounts() {
		for (LeakReason reason : LeakReason.values()) {
			this.found.put(reason, new LongAdder());
			this.recovered.put(reason, new LongAdder());
		}
		for (OwnerKind kind : OwnerKind.values()) {
			this.cancelled.put(kind, new LongAdder());
		}
	}

	void found(LeakReason reason) {
		count(this.found, reason);
	}

	void recovered(LeakReason reason) {
		count(this.recovered, reason);
	}

	/** A task was cancelled since its owner ended. */
	void cancelled(OwnerKind kind) {
		count(this.cancelled, kind);
	}

	public long allFound(LeakReason reason) {
		return sum(this.found, reason);
	}

	public long allRecovered(LeakReason reason) {
		return sum(this.recovered, reason);
	}

	public long allCancelled(OwnerKind kind) {
		return sum(this.cancelled, kind);
	}

	private static <K> void count(Map<K, LongAdder> counts, K key) {
		LongAdder adder = counts.get(key);
		if (adder != null) {
			adder.increment();
		}
	}

	private static <K> long sum(Map<K, LongAdder> counts, K key) {
		LongAdder adder = counts.get(key);
		return (adder != null) ? adder.sum() : 0;
	}

}
