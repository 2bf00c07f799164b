package io.timerscope.junit;

import java.util.List;
import java.util.stream.Collectors;

import io.timerscope.Site;
import io.timerscope.junit.thread.PoolThreads;
import org.jspecify.annotations.Nullable;

/** New threads, looked at one by one. */
final class ThreadSuspects {

	private ThreadSuspects() {
	}

	static @Nullable Suspect of(Thread thread, ThreadOrigins.@Nullable Origin origin, WatchedTest test) {
		StackTraceElement[] stack = PoolThreads.stackOf(thread);
		String kind = PoolThreads.kindOf(thread, stack);
		if (kind == null || !thread.isAlive()) {
			return null;
		}
		Site site = (origin == null) ? null : origin.made().site();
		TimerLeak leak = new TimerLeak(TimerLeak.Kind.THREAD, words(thread, kind, origin), null, null,
				(site == null) ? null : site.frame(), (site == null) ? List.of() : site.stack(), thread.getName(),
				List.of(stack), test.name());
		return new Suspect(thread, leak, thread::interrupt);
	}

	private static String words(Thread thread, String kind, ThreadOrigins.@Nullable Origin origin) {
		String words = kind + (thread.isDaemon() ? ", a daemon" : "");
		if (origin == null || origin.scheduled().isEmpty()) {
			return words;
		}
		return words + ", with tasks from "
				+ origin.scheduled().stream().map(Site::toString).collect(Collectors.joining(" and "));
	}

}
