package io.timerscope.junit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** New threads, looked at one by one. */
final class ThreadSuspects {

	private ThreadSuspects() {
	}

	static @Nullable Suspect of(Thread thread, WatchedTest test) {
		if (KnownThreads.isOfTheJvm(thread) || !test.started(thread)) {
			return null;
		}
		StackTraceElement[] stack = PoolThreads.stackOf(thread);
		String kind = PoolThreads.kindOf(thread, stack);
		if (kind == null || !thread.isAlive()) {
			return null;
		}
		String what = kind + (thread.isDaemon() ? ", a daemon" : "");
		TimerLeak leak = new TimerLeak(TimerLeak.Kind.THREAD, what, null, null, null, List.of(), thread.getName(),
				List.of(stack), test.name());
		return new Suspect(thread, leak, thread::interrupt);
	}

}
