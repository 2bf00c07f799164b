package io.timerscope.record;

import java.util.List;

/** Who asks a future, where the answer depends on it. */
final class CallingClass {

	/** Of the JDK's, and looks for an entry by asking what it was given. */
	private static final String QUEUE = "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";

	/** Strings are put together by classes of {@code java.lang}. */
	private static final List<String> BETWEEN = List.of(CallingClass.class.getName(), OneShot.class.getName(),
			TrackedFuture.class.getName(), "java.lang.");

	private CallingClass() {
	}

	/** Whether a pool's queue asks. */
	static boolean isQueue() {
		return is(QUEUE);
	}

	/** Whether objects of a class ask. */
	static boolean is(String className) {
		return StackWalker.getInstance()
			.walk((frames) -> frames.map(StackWalker.StackFrame::getClassName)
				.dropWhile((name) -> BETWEEN.stream().anyMatch(name::startsWith))
				.findFirst())
			.filter(className::equals)
			.isPresent();
	}

}
