package io.timerscope.junit;

import java.util.regex.Pattern;

/** The next step for each kind of leak. */
final class Advice {

	private static final Pattern DIGITS = Pattern.compile("\\d+");

	static final String UNSEEN = "unknown; TimerLeaks.track(executor) or timerscope.junit.agent=true names the line";

	private Advice() {
	}

	static String originLabel(TimerLeak.Kind kind) {
		return switch (kind) {
			case TASK, DEAD_TASK -> "scheduled at";
			case SCHEDULER, THREAD -> "created at";
		};
	}

	static String fix(TimerLeak leak) {
		return switch (leak.kind()) {
			case TASK -> "keep the future and cancel it, or shut the scheduler down with shutdownNow(), before the "
					+ "test ends (@AfterEach, @AutoClose or try-with-resources)";
			case DEAD_TASK ->
				"catch exceptions inside the task, so that it keeps running; or cancel it where it should end";
			case SCHEDULER -> "call shutdownNow() or close() before the test ends; a scheduler in a field can have "
					+ "@AutoClose(\"shutdownNow\")";
			case THREAD -> end(leak.what()) + " before the test ends";
		};
	}

	private static String end(String thread) {
		if (thread.contains("java.util.Timer")) {
			return "call cancel() on the timer";
		}
		if (thread.contains("HashedWheelTimer")) {
			return "call stop() on the timer";
		}
		if (thread.contains("Netty")) {
			return "call shutdownGracefully() on its event loop group";
		}
		return thread.contains("Quartz") ? "call shutdown() on the scheduler" : "shut its pool down with shutdownNow()";
	}

	static String ignore(TimerLeak leak) {
		String filter;
		if (leak.site() != null) {
			filter = "ignoreSite = \"" + leak.site().getClassName() + "#" + leak.site().getMethodName() + "\"";
		}
		else {
			filter = "ignoreThread = \"" + DIGITS.matcher(String.valueOf(leak.thread())).replaceAll("*") + "\"";
		}
		return "@NoTimerLeaks(" + filter + ", because = \"…\")";
	}

}
