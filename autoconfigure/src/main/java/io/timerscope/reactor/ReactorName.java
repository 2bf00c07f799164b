package io.timerscope.reactor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import reactor.core.Scannable;
import reactor.core.scheduler.Scheduler;

/**
 * What people call a scheduler of Reactor.
 *
 * @param kind the name of the method that makes its kind, such as {@code parallel}
 * @param given what the application called it, or {@code null}
 * @param type its class
 */
record ReactorName(String kind, @Nullable String given, String type) {

	/**
	 * As Reactor puts it: {@code parallel(4,"quotes")},
	 * {@code fromExecutorService(jobs)}.
	 */
	private static final Pattern TEXT = Pattern.compile("(\\w+)\\((?:.*\"([^\"]+)\".*|([\\w.-]+))\\)");

	private static final String FROM_EXECUTOR = "fromExecutorService";

	static ReactorName of(Scheduler scheduler) {
		String type = scheduler.getClass().getName();
		String text = Scannable.from(scheduler).scan(Scannable.Attr.NAME);
		Matcher parts = TEXT.matcher((text != null) ? text : "");
		if (!parts.matches()) {
			String kind = (text != null && text.startsWith(FROM_EXECUTOR)) ? FROM_EXECUTOR
					: scheduler.getClass().getSimpleName();
			return new ReactorName(kind, null, type);
		}
		String given = (parts.group(2) != null) ? parts.group(2) : parts.group(3);
		return new ReactorName(parts.group(1), given, type);
	}

	/** Under which its tasks are counted. */
	String text() {
		return "reactor:" + ((this.given == null) ? this.kind : this.given);
	}

	/** Where an application makes up too many names. */
	String textOfKind() {
		return "reactor:" + this.kind;
	}

	/** How the names of its threads begin; {@code null} where others make the threads. */
	@Nullable String threadNamePrefix() {
		return (this.given == null || this.kind.equals(FROM_EXECUTOR)) ? null : this.given + "-";
	}

}
