package io.timerscope;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What kind of thing a task should not outlive.
 *
 * @since 0.1.0
 */
public enum OwnerKind {

	/** One HTTP request, ended when its response is complete. */
	REQUEST(LeakReason.OUTLIVED_REQUEST),

	/** One WebSocket session, ended when the connection closes. */
	SESSION(LeakReason.OUTLIVED_SESSION),

	/** One bean, ended when the container destroys it. */
	BEAN(LeakReason.OUTLIVED_BEAN),

	/** A scope that was opened in code, ended when it is closed. */
	SCOPE(LeakReason.OUTLIVED_SCOPE),

	/** The application itself, for everything that nobody else owns. It never ends. */
	APPLICATION(null);

	private final @Nullable LeakReason outlived;

	OwnerKind(@Nullable LeakReason outlived) {
		this.outlived = outlived;
	}

	/**
	 * The word that users see.
	 * @return the lower-case name
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Why a task that outlives an owner of this kind is a leak.
	 * @return the reason, or {@code null} for the application, which cannot be outlived
	 */
	public @Nullable LeakReason outlived() {
		return this.outlived;
	}

	/**
	 * Whether what goes on after the end is right or wrong by what the task is. The end
	 * of a bean or scope decides by itself.
	 */
	public boolean needsWitness() {
		return this == REQUEST || this == SESSION;
	}

	/**
	 * Whether owners of this kind come and go by the thousand, so that each keeps its own
	 * tasks at hand for the moment of its end.
	 */
	public boolean isShortLived() {
		return this == REQUEST || this == SESSION || this == SCOPE;
	}

}
