package io.timerscope.junit;

/** The next step for each kind of leak. */
final class Advice {

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
			case THREAD -> leak.what().contains("Timer") ? "call cancel() on the timer before the test ends"
					: "shut its pool down with shutdownNow() before the test ends";
		};
	}

	static String ignore(TimerLeak leak) {
		String filter;
		if (leak.site() != null) {
			filter = "ignoreSite = \"" + leak.site().getClassName() + "#" + leak.site().getMethodName() + "\"";
		}
		else {
			filter = "ignoreThread = \"" + leak.thread() + "\"";
		}
		return "@NoTimerLeaks(" + filter + ", because = \"…\")";
	}

}
