package io.timerscope;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Why a live task counts as leaked.
 *
 * @since 0.1.0
 */
public enum LeakReason {

	/** The request that scheduled it is over. */
	OUTLIVED_REQUEST(1),

	/** The WebSocket session that scheduled it is closed. */
	OUTLIVED_SESSION(2),

	/** The bean that scheduled it is destroyed. */
	OUTLIVED_BEAN(3),

	/** The scope that was open when it was scheduled is closed. */
	OUTLIVED_SCOPE(4),

	/** Nobody holds its future any more, or what it works for is over. */
	ABANDONED(5);

	private final int code;

	LeakReason(int code) {
		this.code = code;
	}

	/**
	 * The word that users see.
	 * @return for example {@code outlived-request}
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The reason with a code; zero stands for none.
	 * @throws IllegalArgumentException if no reason has it
	 */
	public static @Nullable LeakReason ofCode(int code) {
		return switch (code) {
			case 0 -> null;
			case 1 -> OUTLIVED_REQUEST;
			case 2 -> OUTLIVED_SESSION;
			case 3 -> OUTLIVED_BEAN;
			case 4 -> OUTLIVED_SCOPE;
			case 5 -> ABANDONED;
			default -> throw new IllegalArgumentException("no leak has the code " + code);
		};
	}

	public int code() {
		return this.code;
	}

}
