package io.timerscope.benchmarks.cost;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the collector stops the application while very many tasks are scheduled, when
 * it looks at all of them, and while others come and go beside them. Run in a JVM of its
 * own with {@code BARE} or {@code TIMERSCOPE}, how many, and how many operations.
 */
final class Pauses {

	private static final List<String> OPTIONS = List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC",
			"-Xlog:gc:stdout");

	private static final Pattern PAUSE = Pattern.compile("Pause (Young|Full).* (\\d+\\.\\d+)ms");

	private static final String PHASE = "phase: ";

	private Pauses() {
	}

	public static void main(String[] arguments) throws Exception {
		Peer.Around around = Peer.valueOf(arguments[0]).around(Application.pool());
		ScheduledExecutorService executor = around.executor();
		executor.schedule(() -> {
		}, 500, TimeUnit.SECONDS);
		System.out.println(PHASE + "while they are scheduled");
		int live = Integer.parseInt(arguments[1]);
		for (int i = 0; i < live; i++) {
			executor.schedule(() -> {
			}, 10_000L + i, TimeUnit.SECONDS);
		}
		System.out.println(PHASE + "full collections with all of them");
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		int operations = Integer.parseInt(arguments[2]);
		System.out.println(PHASE + "while others are scheduled and cancelled");
		for (int i = 0; i < operations; i++) {
			executor.schedule(() -> {
			}, 1000, TimeUnit.SECONDS).cancel(false);
		}
		around.end().close();
	}

	static String table(Scale scale) throws IOException, InterruptedException {
		Map<String, List<Double>> bare = measure(Peer.BARE, scale);
		Map<String, List<Double>> ours = measure(Peer.TIMERSCOPE, scale);
		StringBuilder text = new StringBuilder("""
				| Pauses | bare | Timerscope |
				|---|---|---|
				""");
		bare.forEach((phase, pauses) -> text.append("| %s | %s | %s |%n".formatted(phase, summary(pauses),
				summary(Objects.requireNonNull(ours.get(phase))))));
		return text.toString();
	}

	private static Map<String, List<Double>> measure(Peer peer, Scale scale) throws IOException, InterruptedException {
		Map<String, List<Double>> phases = new LinkedHashMap<>();
		List<Double> pauses = new ArrayList<>();
		for (String line : OwnJvm.run(scale, OPTIONS, Pauses.class, peer.name(), Integer.toString(scale.live()),
				Long.toString(10L * scale.operations()))) {
			Matcher matcher = PAUSE.matcher(line);
			if (line.startsWith(PHASE)) {
				pauses = new ArrayList<>();
				phases.put(line.substring(PHASE.length()), pauses);
			}
			else if (matcher.find()) {
				pauses.add(Double.valueOf(matcher.group(2)));
			}
		}
		return phases;
	}

	private static String summary(List<Double> pauses) {
		if (pauses.isEmpty()) {
			return "none";
		}
		Values values = new Values(pauses.stream().mapToDouble(Double::doubleValue).toArray());
		return String.format(Locale.ROOT, "%d, median %.1f ms, longest %.1f ms", values.count(), values.median(),
				values.highest());
	}

}
