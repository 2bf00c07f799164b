package io.timerscope.errorprone;

/**
 * Where the pages of the checks lie, so that each finding can name its own.
 */
final class Pages {

	/** Relative to the root of the project. */
	static final String FOLDER = "docs/checks/";

	private Pages() {
	}

}
