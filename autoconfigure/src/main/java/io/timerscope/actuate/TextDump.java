package io.timerscope.actuate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.timerscope.DurationText;
import io.timerscope.LeakReason;
import io.timerscope.OwnerKind;
import io.timerscope.PlainText;
import io.timerscope.Site;
import io.timerscope.Totals;
import io.timerscope.finding.FindingKind;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.recent.HourReading;
import io.timerscope.outside.OutsideGroup;
import io.timerscope.snapshot.LiveGroup;
import org.jspecify.annotations.Nullable;

/**
 * The live tasks for a terminal of a hundred columns, in the manner of Go's goroutine
 * profile: a count, what was counted, then the frames behind a {@code #}.
 */
final class TextDump {

	private static final int COLUMNS = 100;

	private static final int TAB = 8;

	private static final int OWNERS = 3;

	private static final String ONE_OF_SEVERAL_STACKS = "; this is one of the stacks that lead to that line";

	private final StringBuilder text = new StringBuilder();

	static String of(TaskLedger ledger, List<FindingDescriptor> findings, List<OutsideGroup> outside,
			HourReading hour) {
		TextDump dump = new TextDump();
		Totals totals = ledger.read().totals();
		dump.text.append("# live ").append(totals.live()).append(", leaked ").append(totals.leaked()).append('\n');
		List.of("leak", "problem", "notice")
			.forEach((severity) -> findings.stream()
				.filter((finding) -> finding.severity().equals(severity))
				.forEach(dump::finding));
		dump.outside(ledger, outside);
		if (!hour.isQuiet()) {
			dump.wrapped("# ", HourDescriptor.words(hour));
		}
		dump.cancelled(TimersDescriptor.cancelledWithOwner(ledger));
		ledger.attribution().gaps().forEach((gap) -> dump.wrapped("# ", "attribution is partial: " + gap));
		merge(ledger.read().groups()).forEach(dump::group);
		return dump.text.toString();
	}

	private void cancelled(Map<String, Long> cancelled) {
		if (!cancelled.isEmpty()) {
			wrapped("# ",
					"cancelled with their owner: " + cancelled.entrySet()
						.stream()
						.map((entry) -> entry.getKey() + " " + entry.getValue())
						.collect(Collectors.joining(", ")));
		}
	}

	private void outside(TaskLedger ledger, List<OutsideGroup> outside) {
		boolean none = ledger.schedulers().tracked().isEmpty() && ledger.schedulers().untracked().isEmpty();
		String what = none
				? "no TaskScheduler or ScheduledExecutorService bean was found, so no task is tracked; timers outside: "
				: "timers outside the tracked schedulers: ";
		if (none || !outside.isEmpty()) {
			wrapped("# ", what + (outside.isEmpty() ? "none"
					: outside.stream().map(OutsideGroup::words).collect(Collectors.joining(", "))));
		}
	}

	private static Map<Key, List<LiveGroup>> merge(List<LiveGroup> groups) {
		Map<Key, List<LiveGroup>> merged = new LinkedHashMap<>();
		for (LiveGroup group : groups) {
			merged.computeIfAbsent(new Key(group.site(), group.scheduler(), verdict(group)), (key) -> new ArrayList<>())
				.add(group);
		}
		return merged;
	}

	private void finding(FindingDescriptor finding) {
		wrapped("# ", finding.severity() + " " + finding.kind() + ": " + finding.subject());
		wrapped("#   ", finding.evidence());
		wrapped("#   ", finding.advice());
	}

	private void group(Key key, List<LiveGroup> parts) {
		long count = parts.stream().mapToLong(LiveGroup::count).sum();
		this.text.append('\n').append(count).append(" @ ").append(PlainText.of(key.scheduler()));
		if (key.verdict() != null) {
			this.text.append(' ').append(key.verdict());
		}
		this.text.append('\n');
		CreationStack.of(key.site()).forEach(this::frame);
		wrapped("# ", "for " + owners(parts) + "; the oldest is " + oldest(parts) + " old"
				+ (isLibraryWithStack(key.site()) ? ONE_OF_SEVERAL_STACKS : ""));
	}

	/** A line of a library has many callers, and keeps the stack of one of them. */
	private static boolean isLibraryWithStack(Site site) {
		return site.isLibrary() && !site.stack().isEmpty();
	}

	private static @Nullable String verdict(LiveGroup group) {
		LeakReason leak = group.leak();
		return (leak != null) ? leak.label() : group.outlived() ? FindingKind.OUTLIVING.label() : null;
	}

	private static String owners(List<LiveGroup> parts) {
		List<String> names = parts.stream().limit(OWNERS).map(TextDump::owner).toList();
		String more = (parts.size() > OWNERS) ? " and " + (parts.size() - OWNERS) + " more" : "";
		return String.join(", ", names) + more;
	}

	/** An application without a name is just that. */
	private static String owner(LiveGroup part) {
		String kind = part.ownerKind().label();
		boolean nameless = part.ownerKind() == OwnerKind.APPLICATION && kind.equals(part.ownerName());
		return nameless ? "the application" : (part.ownerName() == null) ? kind : kind + " " + part.ownerName();
	}

	private static String oldest(List<LiveGroup> parts) {
		Duration oldest = parts.stream().map(LiveGroup::oldest).max(Duration::compareTo).orElse(Duration.ZERO);
		return DurationText.of(oldest);
	}

	private void frame(StackTraceElement frame) {
		String line = PlainText.of(frame.toString());
		int bracket = line.lastIndexOf('(');
		if (TAB + line.length() > COLUMNS && bracket > 0) {
			this.text.append("#\t").append(line, 0, bracket).append('\n');
			line = "    " + line.substring(bracket);
		}
		this.text.append("#\t").append(line).append('\n');
	}

	private void wrapped(String prefix, String words) {
		int column = 0;
		for (String word : PlainText.of(words).split(" ", -1)) {
			if (column > prefix.length() && column + 1 + word.length() > COLUMNS) {
				this.text.append('\n');
				column = 0;
			}
			String before = (column == 0) ? prefix : " ";
			this.text.append(before).append(word);
			column += before.length() + word.length();
		}
		this.text.append('\n');
	}

	private record Key(Site site, String scheduler, @Nullable String verdict) {
	}

}
