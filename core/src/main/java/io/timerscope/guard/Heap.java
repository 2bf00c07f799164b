package io.timerscope.guard;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The heap in use after the last collection: what is really held, not what waits to be
 * collected. Some collectors refresh the figure of the old generation only when they
 * collect it.
 *
 * @since 0.1.0
 */
public final class Heap implements DoubleSupplier {

	private final List<MemoryPoolMXBean> pools;

	private final long max;

	/** Looks up the memory pools of this JVM. */
	public Heap() {
		this.pools = ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.toList();
		this.max = Runtime.getRuntime().maxMemory();
	}

	/**
	 * The share in use.
	 * @return from 0 to 1; 0 before the first collection and where the collector does not
	 * say
	 */
	@Override
	public double getAsDouble() {
		long used = 0;
		for (MemoryPoolMXBean pool : this.pools) {
			MemoryUsage usage = pool.getCollectionUsage();
			used += (usage == null) ? 0 : usage.getUsed();
		}
		return Math.min(1, (double) used / this.max);
	}

}
