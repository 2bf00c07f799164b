package io.timerscope.sample.soak;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javax.management.JMException;
import javax.management.ObjectName;

import io.timerscope.ledger.TaskLedger;

/**
 * What must not grow.
 *
 * @param heapKilobytes used after a collection
 * @param classLoaders how many there are
 * @param threads how many live
 * @param schedulers how many the ledgers know
 * @param live tasks
 * @param trackingErrors faults of Timerscope's own
 */
record Figures(long heapKilobytes, long classLoaders, int threads, int schedulers, long live, long trackingErrors) {

	private static final long KILOBYTE = 1 << 10;

	private static final long MORE_KILOBYTES = 8 << 10;

	static Figures take(Collection<TaskLedger> ledgers) throws JMException {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / KILOBYTE;
		return new Figures(heap, countClassLoaders(), ManagementFactory.getThreadMXBean().getThreadCount(),
				ledgers.stream().mapToInt((it) -> it.schedulers().tracked().size()).sum(),
				ledgers.stream().mapToLong((it) -> it.read().totals().live()).sum(),
				ledgers.stream().mapToLong(TaskLedger::trackingErrors).sum());
	}

	/** A line for each, as {@code jcmd VM.classloader_stats} prints them. */
	private static long countClassLoaders() throws JMException {
		Object text = ManagementFactory.getPlatformMBeanServer()
			.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmClassloaderStats",
					new Object[] { null }, new String[] { String[].class.getName() });
		return String.valueOf(text).lines().filter((line) -> line.startsWith("0x")).count();
	}

	/** What grew, in words. */
	List<String> comparedWith(Figures start) {
		List<String> faults = new ArrayList<>();
		if (this.heapKilobytes - start.heapKilobytes > MORE_KILOBYTES) {
			faults.add("the heap grew from " + start.heapKilobytes + " to " + this.heapKilobytes + " KB");
		}
		if (this.classLoaders > start.classLoaders + 5) {
			faults.add("class loaders grew from " + start.classLoaders + " to " + this.classLoaders);
		}
		if (this.threads > start.threads + 5) {
			faults.add("threads grew from " + start.threads + " to " + this.threads);
		}
		if (this.schedulers > start.schedulers) {
			faults.add("schedulers grew from " + start.schedulers + " to " + this.schedulers);
		}
		if (this.trackingErrors > 0) {
			faults.add(this.trackingErrors + " tracking errors");
		}
		return faults;
	}

	@Override
	public String toString() {
		return this.heapKilobytes + " KB heap, " + this.classLoaders + " class loaders, " + this.threads + " threads, "
				+ this.schedulers + " schedulers, " + this.live + " live tasks, " + this.trackingErrors
				+ " tracking errors";
	}

}
