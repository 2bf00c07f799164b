package io.timerscope.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.timerscope.junit.text.JsonLine;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run, as {@code timer-leaks.md} for people and {@code timer-leaks.json}
 * for tools.
 */
final class ReportFiles {

	private final Path directory;

	ReportFiles(Path directory) {
		this.directory = directory;
	}

	void write(List<TimerLeak> leaks, List<IgnoredLeaks.Entry> ignored) throws IOException {
		Files.createDirectories(this.directory);
		Files.writeString(this.directory.resolve("timer-leaks.md"), markdown(leaks, ignored));
		Files.writeString(this.directory.resolve("timer-leaks.json"), json(leaks, ignored));
	}

	static String markdown(List<TimerLeak> leaks, List<IgnoredLeaks.Entry> ignored) {
		StringBuilder text = new StringBuilder("# Timer leaks\n\n## Found: " + leaks.size() + "\n\n");
		if (!leaks.isEmpty()) {
			text.append("| Test | Kind | What | Scheduled at | Thread |\n|---|---|---|---|---|\n");
			leaks.forEach((leak) -> text.append(row(leak.test(), kind(leak), leak.what(), leak.site(), leak.thread())));
		}
		text.append("\n## Ignored: ").append(ignored.size()).append("\n\n");
		if (!ignored.isEmpty()) {
			text.append("| Ignore | Left out | Reason |\n|---|---|---|\n");
			ignored.forEach((entry) -> text.append(row(entry.option(), entry.leaks(), entry.reason())));
		}
		return text.toString();
	}

	private static String row(@Nullable Object... cells) {
		StringBuilder row = new StringBuilder("|");
		for (Object cell : cells) {
			row.append(' ').append((cell == null) ? "–" : cell.toString().replace("|", "\\|").replace('\n', ' '));
			row.append(" |");
		}
		return row.append('\n').toString();
	}

	static String json(List<TimerLeak> leaks, List<IgnoredLeaks.Entry> ignored) {
		return "{\n  \"leaks\": [" + leaks.stream().map(ReportFiles::json).collect(Collectors.joining(","))
				+ "\n  ],\n  \"ignored\": [" + ignored.stream().map(ReportFiles::json).collect(Collectors.joining(","))
				+ "\n  ]\n}\n";
	}

	private static String json(TimerLeak leak) {
		return new JsonLine().with("test", leak.test())
			.with("kind", kind(leak))
			.with("what", leak.what())
			.with("scheduler", leak.scheduler())
			.with("owner", leak.owner())
			.with("site", (leak.site() == null) ? null : leak.site().toString())
			.with("thread", leak.thread())
			.end();
	}

	private static String json(IgnoredLeaks.Entry entry) {
		return new JsonLine().with("option", entry.option())
			.with("reason", entry.reason())
			.with("leaks", entry.leaks())
			.end();
	}

	private static String kind(TimerLeak leak) {
		return leak.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
