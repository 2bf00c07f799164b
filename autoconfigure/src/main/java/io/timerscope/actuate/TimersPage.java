package io.timerscope.actuate;

import java.nio.charset.StandardCharsets;

/**
 * The page for a browser, one document without any reference to another.
 *
 * @since 0.1.0
 */
public final class TimersPage {

	private final byte[] document;

	/**
	 * Assembles the page.
	 * @param application the application's name
	 * @param cancelAllowed whether the endpoint lets tasks be cancelled
	 */
	public TimersPage(String application, boolean cancelAllowed) {
		this.document = "<!doctype html><title>Timerscope</title>".getBytes(StandardCharsets.UTF_8);
	}

	byte[] document() {
		return this.document.clone();
	}

}
