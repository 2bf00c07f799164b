package io.timerscope.fleet;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** What the user gave cannot be used; the message says why. */
final class UnusableException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	UnusableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
