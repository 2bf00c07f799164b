package io.timerscope;

/**
 * Text of an application or of its clients as it may reach a log, a terminal or a page:
 * in one line, without control characters, and with no half of a character.
 *
 * @since 0.1.0
 */
public final class PlainText {

	private static final char REPLACEMENT = '\uFFFD';

	private PlainText() {
	}

	/**
	 * Makes a text fit to be shown.
	 * @param text any text
	 * @return the same text where nothing is wrong with it; else each line break and
	 * control character is a space, and each half of a surrogate pair the replacement
	 * character
	 */
	public static String of(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (isSuspicious(text.charAt(i))) {
				return replaced(text);
			}
		}
		return text;
	}

	/**
	 * Makes a text fit to be shown, and short.
	 * @param text any text
	 * @param limit how many characters it may have
	 * @return the text, cut between two characters where it is longer
	 */
	public static String of(String text, int limit) {
		if (text.length() <= limit) {
			return of(text);
		}
		int end = limit - 1;
		if (Character.isHighSurrogate(text.charAt(end - 1))) {
			end--;
		}
		return of(text.substring(0, end)) + "…";
	}

	private static String replaced(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char it = text.charAt(i);
			if (Character.isHighSurrogate(it) && i + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(i + 1))) {
				plain.append(it).append(text.charAt(++i));
			}
			else if (Character.isSurrogate(it)) {
				plain.append(REPLACEMENT);
			}
			else {
				plain.append(isSuspicious(it) ? ' ' : it);
			}
		}
		return plain.toString();
	}

	/** Line separators and what turns the direction of writing count as controls. */
	private static boolean isSuspicious(char it) {
		return Character.isISOControl(it) || Character.isSurrogate(it) || it == '\u2028' || it == '\u2029'
				|| (it >= '\u202A' && it <= '\u202E') || (it >= '\u2066' && it <= '\u2069');
	}

}
