package io.timerscope.spring.held;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Makes a test for thread names from a text that a thread factory has: the whole name,
 * its beginning before a number, or a format with places to fill.
 */
final class NameHint {

	/** How the compiler and the usual formatters mark a place to fill. */
	private static final Pattern PLACE = Pattern.compile("\\u0001|\\u0002|%[\\d$]*[sd]|\\{\\d*}");

	private static final int LONGEST = 100;

	private static final int LETTERS = 3;

	private NameHint() {
	}

	/** A test that one of the texts passes; {@code null} if none is fit for a name. */
	static @Nullable Predicate<String> of(Collection<String> texts) {
		List<Pattern> patterns = texts.stream().filter(NameHint::isFit).map(NameHint::compile).toList();
		return patterns.isEmpty() ? null
				: (name) -> patterns.stream().anyMatch((pattern) -> pattern.matcher(name).matches());
	}

	private static boolean isFit(String text) {
		return text.length() <= LONGEST
				&& PLACE.matcher(text).replaceAll("").chars().filter(Character::isLetter).count() >= LETTERS;
	}

	/**
	 * What ends like the beginning of a name may be followed by anything, the rest by
	 * numbers and the word thread.
	 */
	private static Pattern compile(String text) {
		StringBuilder regex = new StringBuilder();
		String[] parts = PLACE.split(text, -1);
		for (int i = 0; i < parts.length; i++) {
			regex.append((i == 0) ? "" : ".*").append(Pattern.quote(parts[i]));
		}
		boolean beginning = parts.length == 1 && !Character.isLetterOrDigit(text.charAt(text.length() - 1));
		return Pattern.compile(regex.append(beginning ? ".*" : "(?:[^\\p{L}]|[Tt]hread)*").toString(), Pattern.DOTALL);
	}

}
