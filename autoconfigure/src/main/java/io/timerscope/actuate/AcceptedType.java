package io.timerscope.actuate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;

/**
 * The media types that {@code Accept} can ask for. Of several that a client accepts, the
 * last one here is served: who names JSON wants JSON, although HTTP libraries like to add
 * plain text, and a browser, which names HTML and then anything, gets the page.
 */
enum AcceptedType implements Producible<AcceptedType> {

	/**
	 * Lets every {@code Accept} in, so that the parameter {@code format} can override it.
	 */
	ANYTHING("*/*", null),

	/** What Boot answers by default. */
	ACTUATOR_V3("application/vnd.spring-boot.actuator.v3+json", TimersFormat.JSON),

	/** What Boot answered in the past. */
	ACTUATOR_V2("application/vnd.spring-boot.actuator.v2+json", TimersFormat.JSON),

	/** For a terminal. */
	TEXT("text/plain;charset=UTF-8", TimersFormat.TEXT),

	/** For a browser. */
	HTML("text/html;charset=UTF-8", TimersFormat.HTML),

	/** For programs. */
	JSON("application/json", TimersFormat.JSON);

	private final MimeType mimeType;

	private final @Nullable TimersFormat format;

	AcceptedType(String mimeType, @Nullable TimersFormat format) {
		this.mimeType = MimeType.valueOf(mimeType);
		this.format = format;
	}

	@Override
	public MimeType getProducedMimeType() {
		return this.mimeType;
	}

	@Override
	public boolean isDefault() {
		return this == ACTUATOR_V3;
	}

	/** The format to serve, or {@code null} if the client accepts none of ours. */
	@Nullable TimersFormat format() {
		return this.format;
	}

}
