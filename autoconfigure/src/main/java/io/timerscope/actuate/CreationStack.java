package io.timerscope.actuate;

import java.util.List;

import io.timerscope.Site;
import io.timerscope.snapshot.LiveGroup;

/** How a group of live tasks came to be, for readers who group by it. */
final class CreationStack {

	private CreationStack() {
	}

	/** The captured stack, or at least the line itself. */
	static List<StackTraceElement> of(Site site) {
		return site.stack().isEmpty() ? List.of(site.frame()) : site.stack();
	}

	/** The owner as the parameter {@code owner} takes it. */
	static String ownerOf(LiveGroup group) {
		String kind = group.ownerKind().label();
		return (group.ownerName() == null) ? kind : kind + ":" + group.ownerName();
	}

}
