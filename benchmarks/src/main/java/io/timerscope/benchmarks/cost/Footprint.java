package io.timerscope.benchmarks.cost;

import java.lang.management.ManagementFactory;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What live tasks weigh: the heap after a collection with their handles held, less the
 * heap before. Prints the bytes and the reference objects of one task. Run in a JVM of
 * its own, with {@code BARE} or {@code TIMERSCOPE} and {@code once} or {@code periodic}.
 */
final class Footprint {

	private static final Pattern REFERENCES = Pattern
		.compile("\\s(\\d+)\\s+\\d+\\s+\\S*(?:WeakReference|SoftReference|PhantomReference|Handle|Cleanable)\\b");

	private Footprint() {
	}

	public static void main(String[] arguments) throws Exception {
		Peer.Around around = Peer.valueOf(arguments[0]).around(Application.pool());
		boolean periodic = arguments[1].equals("periodic");
		int tasks = periodic ? 500_000 : 1_000_000;
		ScheduledFuture<?>[] handles = new ScheduledFuture<?>[tasks];
		Runnable work = () -> {
		};
		fill(around.executor(), handles, 1_000, work, periodic);
		long before = usedAfterCollection();
		long referencesBefore = references();
		fill(around.executor(), handles, tasks, work, periodic);
		long bytes = usedAfterCollection() - before;
		long references = references() - referencesBefore;
		System.out.printf("%.1f %.2f%n", bytes / (tasks - 1_000.0), references / (tasks - 1_000.0));
		around.end().close();
		if (handles[0] == null) {
			throw new IllegalStateException("the handles have to be held");
		}
	}

	private static void fill(ScheduledExecutorService executor, ScheduledFuture<?>[] handles, int upTo, Runnable work,
			boolean periodic) {
		for (int i = (upTo == handles.length) ? 1_000 : 0; i < upTo; i++) {
			handles[i] = periodic ? executor.scheduleAtFixedRate(work, 10_000, 10_000, TimeUnit.SECONDS)
					: executor.schedule(work, 10_000, TimeUnit.SECONDS);
		}
	}

	private static long usedAfterCollection() throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			System.gc();
			Thread.sleep(100);
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private static long references() throws Exception {
		MBeanServer server = ManagementFactory.getPlatformMBeanServer();
		String histogram = (String) server.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"),
				"gcClassHistogram", new Object[] { new String[0] }, new String[] { String[].class.getName() });
		long references = 0;
		Matcher matcher = REFERENCES.matcher(histogram);
		while (matcher.find()) {
			references += Long.parseLong(matcher.group(1));
		}
		return references;
	}

}
