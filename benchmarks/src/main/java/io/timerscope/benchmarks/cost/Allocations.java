package io.timerscope.benchmarks.cost;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What one operation leaves on the heap, by class: the heap with its garbage after many
 * of them, less the heap before, with no collection in between. Run in a JVM of its own
 * with {@code BARE} or {@code TIMERSCOPE}, {@code cancel} or {@code run}, and how many.
 */
final class Allocations {

	/** No young collection before a gigabyte and a half is full. */
	private static final List<String> HEAP = List.of("-Xms2g", "-Xmx2g", "-Xmn1500m");

	private static final int WARM = 200_000;

	private static final int BATCH = 1_000;

	private Allocations() {
	}

	public static void main(String[] arguments) throws Exception {
		Peer.Around around = Peer.valueOf(arguments[0]).around(Application.pool());
		boolean cancels = arguments[1].equals("cancel");
		int operations = Integer.parseInt(arguments[2]);
		around.executor().schedule(() -> {
		}, cancels ? 500 : 10_000, TimeUnit.SECONDS);
		perform(around.executor(), cancels, Math.min(WARM, operations * 10));
		Map<String, Histogram.Entry> before = Histogram.live().entries();
		perform(around.executor(), cancels, operations);
		Histogram.everything().entries().forEach((name, entry) -> {
			Histogram.Entry known = before.getOrDefault(name, new Histogram.Entry(0, 0));
			double bytes = (entry.bytes() - known.bytes()) / (double) operations;
			if (bytes >= 0.5 && !isFiller(name)) {
				System.out.printf(Locale.ROOT, "%.1f %s%n", bytes, name);
			}
		});
		around.end().close();
	}

	/** What the collector puts where nothing is. */
	private static boolean isFiller(String name) {
		return name.equals("[I") || name.contains("Filler");
	}

	private static void perform(ScheduledExecutorService executor, boolean cancels, int operations)
			throws InterruptedException {
		for (int i = 0; i < operations; i += BATCH) {
			CountDownLatch done = new CountDownLatch(cancels ? 0 : BATCH);
			for (int j = 0; j < BATCH; j++) {
				if (cancels) {
					executor.schedule(done::countDown, 1000, TimeUnit.SECONDS).cancel(false);
				}
				else {
					executor.schedule(done::countDown, 0, TimeUnit.NANOSECONDS);
				}
			}
			done.await();
		}
	}

	/** A table of the classes that one operation makes. */
	static String table(Scale scale) throws IOException, InterruptedException {
		Map<String, String[]> cells = new TreeMap<>();
		double[] sums = new double[4];
		int column = 0;
		for (String work : List.of("cancel", "run")) {
			for (Peer peer : List.of(Peer.BARE, Peer.TIMERSCOPE)) {
				for (String line : OwnJvm.run(scale, HEAP, Allocations.class, peer.name(), work,
						Integer.toString(scale.operations()))) {
					String[] parts = line.split(" ", 2);
					String[] row = cells.computeIfAbsent(parts[1], (key) -> new String[] { "", "", "", "" });
					row[column] = parts[0];
					sums[column] += Double.parseDouble(parts[0]);
				}
				column++;
			}
		}
		StringBuilder text = new StringBuilder("""
				| Class | schedule + cancel, bare | Timerscope | schedule(0) + run, bare | Timerscope |
				|---|---|---|---|---|
				""");
		cells.forEach((name, row) -> text.append("| `%s` | %s |%n".formatted(name, String.join(" | ", row))));
		return text
			.append(String.format(Locale.ROOT, "| together | %.1f | %.1f | %.1f | %.1f |%n", sums[0], sums[1], sums[2],
					sums[3]))
			.toString();
	}

}
