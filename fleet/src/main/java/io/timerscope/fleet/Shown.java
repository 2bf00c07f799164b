package io.timerscope.fleet;

import java.util.regex.Pattern;

/**
 * Text that came over the network, as it may reach a terminal or a file: without control
 * characters and what turns the direction of writing.
 */
final class Shown {

	private static final Pattern SUSPICIOUS = Pattern.compile("[\\p{Cntrl}\u0080-\u009F\u2028-\u202E\u2066-\u2069]");

	private Shown() {
	}

	static String line(String text) {
		return SUSPICIOUS.matcher(text).replaceAll(" ");
	}

	/** Fit for a cell of a table in Markdown, where HTML counts too. */
	static String markdown(String text) {
		return line(text).replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("`", "'");
	}

}
