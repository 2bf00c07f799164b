package io.timerscope.benchmarks.cost;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.management.JMException;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * What live tasks weigh: the heap after a collection with their handles held, less the
 * heap before. Prints the bytes and the reference objects of one task. Run in a JVM of
 * its own, with {@code BARE} or {@code TIMERSCOPE}, {@code once}, {@code spring} or
 * {@code periodic}, and how many.
 */
final class Footprint {

	private static final Pattern PLAIN = Pattern
		.compile("java\\.lang\\.ref\\.(?:Weak|Soft|Phantom)Reference|jdk\\.internal\\.ref\\..*Cleanable.*");

	private Footprint() {
	}

	/** The lines of the table. */
	static List<Line> lines(Scale scale) throws IOException, InterruptedException {
		List<Line> lines = new ArrayList<>();
		lines.addAll(lines(scale, "once", "one-shot", Limits.atMost(40, 32), Limits.atMost(0.01)));
		lines.addAll(lines(scale, "spring", "one-shot through Spring", Limits.NONE, Limits.NONE));
		lines.addAll(lines(scale, "periodic", "periodic task", Limits.atMost(200, 150), Limits.NONE));
		return lines;
	}

	private static List<Line> lines(Scale scale, String kind, String name, Limits bytes, Limits references)
			throws IOException, InterruptedException {
		double[] bare = measure(scale, Peer.BARE, kind);
		double[] ours = measure(scale, Peer.TIMERSCOPE, kind);
		String behind = String.format(Locale.ROOT, "%.1f → %.1f B", bare[0], ours[0]);
		return List.of(
				new Line("bytes per live " + name + ", over bare", bytes, new Values(ours[0] - bare[0]), "%.1f",
						behind),
				new Line("reference objects per " + name, references, new Values(ours[1] - bare[1]), "%.2f", ""));
	}

	private static double[] measure(Scale scale, Peer peer, String kind) throws IOException, InterruptedException {
		List<String> lines = OwnJvm.run(scale, OwnJvm.HEAP, Footprint.class, peer.name(), kind,
				Integer.toString(scale.live()));
		return Stream.of(lines.get(lines.size() - 1).split(" ")).mapToDouble(Double::parseDouble).toArray();
	}

	public static void main(String[] arguments) throws Exception {
		Scheduling scheduling = scheduling(Peer.valueOf(arguments[0]), arguments[1]);
		int tasks = Integer.parseInt(arguments[2]) / (arguments[1].equals("periodic") ? 2 : 1);
		ScheduledFuture<?>[] handles = new ScheduledFuture<?>[tasks];
		fill(scheduling, handles, 0, 1_000);
		long before = usedAfterCollection();
		long referencesBefore = references();
		fill(scheduling, handles, 1_000, tasks);
		long bytes = usedAfterCollection() - before;
		long references = references() - referencesBefore;
		System.out.printf(Locale.ROOT, "%.1f %.2f%n", bytes / (tasks - 1_000.0), references / (tasks - 1_000.0));
		if (handles[0] == null) {
			throw new IllegalStateException("the handles have to be held");
		}
		System.exit(0);
	}

	private static Scheduling scheduling(Peer peer, String kind) {
		Runnable work = () -> {
		};
		if (kind.equals("spring")) {
			TaskScheduler scheduler = scheduler(peer);
			Instant start = Instant.now().plusSeconds(10_000);
			return () -> scheduler.schedule(work, start);
		}
		ScheduledExecutorService executor = peer.around(Application.pool()).executor();
		return kind.equals("periodic") ? () -> executor.scheduleAtFixedRate(work, 10_000, 10_000, TimeUnit.SECONDS)
				: () -> executor.schedule(work, 10_000, TimeUnit.SECONDS);
	}

	private static TaskScheduler scheduler(Peer peer) {
		if (peer == Peer.TIMERSCOPE) {
			return Application.start().scheduler();
		}
		ThreadPoolTaskScheduler bare = Application.springScheduler();
		bare.initialize();
		return bare;
	}

	private static void fill(Scheduling scheduling, ScheduledFuture<?>[] handles, int from, int to) {
		for (int i = from; i < to; i++) {
			handles[i] = Objects.requireNonNull(scheduling.schedule());
		}
	}

	private static long usedAfterCollection() throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			System.gc();
			Thread.sleep(100);
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private static long references() throws JMException {
		return Histogram.live()
			.entries()
			.entrySet()
			.stream()
			.filter((entry) -> isReference(entry.getKey()))
			.mapToLong((entry) -> entry.getValue().instances())
			.sum();
	}

	/**
	 * One of ours, by its superclass, whatever it is called, or a plain one of the JDK's.
	 * Those inside the JDK's and Spring's caches come and go with the classes.
	 */
	private static boolean isReference(String className) {
		if (PLAIN.matcher(className).matches()) {
			return true;
		}
		try {
			return className.startsWith("io.timerscope.") && Reference.class
				.isAssignableFrom(Class.forName(className, false, Footprint.class.getClassLoader()));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

	/** One more task. */
	private interface Scheduling {

		@Nullable ScheduledFuture<?> schedule();

	}

}
