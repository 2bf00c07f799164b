package io.timerscope.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a developer reads: each kind of leak once, with its count, its line, its test, the
 * way to mend it and the way to ignore it.
 */
final class FailureMessage {

	private static final int FRAMES = 8;

	private final String test;

	private final List<TimerLeak> leaks;

	FailureMessage(String test, List<TimerLeak> leaks) {
		this.test = test;
		this.leaks = leaks;
	}

	String text() {
		StringBuilder text = new StringBuilder();
		text.append(this.test)
			.append(" left ")
			.append(this.leaks.size())
			.append((this.leaks.size() == 1) ? " thing" : " things")
			.append(" behind\n");
		int number = 0;
		for (List<TimerLeak> group : groups().values()) {
			append(text, ++number, group);
		}
		return text.toString();
	}

	private Map<List<Object>, List<TimerLeak>> groups() {
		Map<List<Object>, List<TimerLeak>> groups = new LinkedHashMap<>();
		for (TimerLeak leak : this.leaks) {
			Object thread = (leak.thread() != null) ? leak.thread() : "";
			Object site = (leak.site() != null) ? leak.site() : "";
			groups.computeIfAbsent(List.of(leak.kind(), leak.what(), site, thread), (key) -> new ArrayList<>())
				.add(leak);
		}
		return groups;
	}

	private static void append(StringBuilder text, int number, List<TimerLeak> group) {
		TimerLeak leak = group.get(0);
		text.append("\n").append(number).append(") ").append(leak.kind().sentence(group.size())).append("\n");
		line(text, "what", leak.what());
		if (leak.scheduler() != null) {
			line(text, "scheduler", leak.scheduler());
		}
		if (leak.thread() != null) {
			line(text, "thread", leak.thread());
		}
		line(text, Advice.originLabel(leak.kind()), (leak.site() != null) ? leak.site().toString() : Advice.UNSEEN);
		frames(text, leak.createdAt(), 1);
		if (leak.owner() != null && !leak.owner().equals("scope:" + leak.test())) {
			line(text, "owner", leak.owner());
		}
		line(text, "by test", leak.test());
		if (!leak.runsAt().isEmpty()) {
			line(text, "is now in", leak.runsAt().get(0).toString());
		}
		line(text, "fix", Advice.fix(leak));
		line(text, "or ignore", Advice.ignore(leak));
	}

	private static void frames(StringBuilder text, List<StackTraceElement> stack, int from) {
		for (int i = from; i < Math.min(stack.size(), FRAMES); i++) {
			line(text, "", stack.get(i).toString());
		}
	}

	private static void line(StringBuilder text, String label, String value) {
		text.append("   ").append(String.format("%-13s", label)).append(value).append("\n");
	}

	/** The stack of the first leak, so that a click leads to its line. */
	static StackTraceElement[] stack(List<TimerLeak> leaks) {
		return leaks.stream()
			.map(TimerLeak::createdAt)
			.filter((stack) -> !stack.isEmpty())
			.findFirst()
			.map((stack) -> stack.toArray(StackTraceElement[]::new))
			.orElse(new StackTraceElement[0]);
	}

}
