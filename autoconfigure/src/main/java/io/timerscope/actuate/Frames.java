package io.timerscope.actuate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Frames of a stack as users read them: without class loader and module, and bounded. */
final class Frames {

	private static final int LIMIT = 256;

	private Frames() {
	}

	/** The frames, or {@code null} where there are none. */
	static @Nullable List<String> ofNullable(List<StackTraceElement> stack) {
		return stack.isEmpty() ? null : of(stack);
	}

	static List<String> of(List<StackTraceElement> stack) {
		return stack.stream().limit(LIMIT).map(Frames::plain).toList();
	}

	private static String plain(StackTraceElement frame) {
		return new StackTraceElement(frame.getClassName(), frame.getMethodName(), frame.getFileName(),
				frame.getLineNumber())
			.toString();
	}

}
