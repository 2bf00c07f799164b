package io.timerscope;

/** An exception in one line. */
public final class ErrorText {

	private static final int LIMIT = 200;

	private ErrorText() {
	}

	/** Class and message, cut; user code that fails to describe itself is left out. */
	public static String of(Throwable failure) {
		String text = failure.getClass().getName();
		try {
			String message = failure.getMessage();
			if (message != null) {
				text += ": " + message;
			}
		}
		catch (Throwable ex) {
			return text;
		}
		return PlainText.of(text, LIMIT);
	}

}
