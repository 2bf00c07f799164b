package io.timerscope;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Some sites, as users name them: {@code com.acme.cache.**} for a package and all below
 * it, {@code com.acme.Warmup} for a class and what is nested in it,
 * {@code com.acme.Warmup#refresh} for a method. A {@code *} stands for anything but a
 * dot, {@code **} for anything.
 *
 * @since 0.1.0
 */
public final class SitePattern {

	private static final Pattern WRITTEN = Pattern.compile("[\\p{L}\\p{N}_$.*]+(#[\\p{L}\\p{N}_$*<>]+)?");

	private final String text;

	private final Pattern className;

	private final @Nullable Pattern methodName;

	private SitePattern(String text) {
		this.text = text;
		int hash = text.indexOf('#');
		this.className = compile((hash < 0) ? text : text.substring(0, hash), "(\\$.*)?");
		this.methodName = (hash < 0) ? null : compile(text.substring(hash + 1), "");
	}

	/**
	 * Reads a pattern.
	 * @param text the pattern as users write it
	 * @return the pattern
	 * @throws IllegalArgumentException if it is none; the message says what was expected
	 */
	public static SitePattern of(String text) {
		String trimmed = text.strip();
		if (!WRITTEN.matcher(trimmed).matches()) {
			throw new IllegalArgumentException("'" + text + "' is no site pattern; expected a package such as "
					+ "com.acme.cache.**, a class such as com.acme.Warmup, or a method such as com.acme.Warmup#refresh");
		}
		return new SitePattern(trimmed);
	}

	/**
	 * Whether a site is meant.
	 * @param site the site
	 * @return {@code true} if class and, where one is named, method match
	 */
	public boolean matches(Site site) {
		return matches(site.frame());
	}

	/**
	 * Whether a frame is meant.
	 * @param frame a frame of a stack
	 * @return {@code true} if class and, where one is named, method match
	 */
	public boolean matches(StackTraceElement frame) {
		return this.className.matcher(frame.getClassName()).matches()
				&& (this.methodName == null || this.methodName.matcher(frame.getMethodName()).matches());
	}

	private static Pattern compile(String wildcards, String suffix) {
		StringBuilder regex = new StringBuilder();
		for (int i = 0; i < wildcards.length(); i++) {
			char c = wildcards.charAt(i);
			if (c != '*') {
				regex.append(Pattern.quote(String.valueOf(c)));
			}
			else if (i + 1 < wildcards.length() && wildcards.charAt(i + 1) == '*') {
				regex.append(".*");
				i++;
			}
			else {
				regex.append("[^.]*");
			}
		}
		return Pattern.compile(regex + suffix);
	}

	/** The pattern as it was written. */
	@Override
	public String toString() {
		return this.text;
	}

}
