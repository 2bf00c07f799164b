package io.timerscope.fleet;

import java.util.Locale;

/** Why an instance says nothing. */
enum Silence {

	/** No connection, or no answer in time. */
	UNREACHABLE,

	/** The endpoint is not exposed. */
	DISABLED,

	/** It asks for a sign-in, or for another one. */
	REFUSED,

	/** It failed to answer. */
	FAILED,

	/** Something else answers there. */
	FOREIGN;

	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether it may be over in a moment. */
	boolean isWorthAnotherTry() {
		return this == UNREACHABLE || this == FAILED;
	}

}
