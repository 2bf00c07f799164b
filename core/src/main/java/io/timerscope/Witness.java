package io.timerscope;

import java.util.Locale;

/**
 * What says that nobody wants or can end a live task. The strongest comes first: a
 * finding names it where several speak.
 *
 * @since 0.1.0
 */
public enum Witness {

	/** What the task captures has ended, for example a closed WebSocket session. */
	STALE,

	/** The task is periodic and its future was garbage collected. */
	UNREACHABLE,

	/**
	 * The task is periodic, and most of the owners that scheduled at its line within the
	 * last hour ended and left one.
	 */
	PILING_UP,

	/** The bean that scheduled it was destroyed, or the scope was closed. */
	OWNER_GONE;

	/**
	 * The word that users see.
	 * @return for example {@code piling-up}
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Compares two witnesses.
	 * @param other the other one
	 * @return whether this one is named where both speak
	 */
	public boolean isStrongerThan(Witness other) {
		return compareTo(other) < 0;
	}

}
