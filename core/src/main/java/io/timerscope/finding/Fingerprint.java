package io.timerscope.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/**
 * Names the same line, and the same finding, alike on every instance: twelve hex digits
 * of a SHA-256 over kind, class, method and scheduler. Numbers of lines, of lambdas and
 * of generated classes are left out, so that a release which only moves lines changes
 * nothing.
 *
 * @since 0.1.0
 */
public final class Fingerprint {

	private static final int BYTES = 6;

	/** What the JDK and Spring append to the name of a class that they generate. */
	private static final Pattern GENERATED = Pattern
		.compile("\\$\\$(Lambda|SpringCGLIB|EnhancerBy|FastClassBy).*|/0x\\p{XDigit}+$");

	/** The file and number at the end of a line of code. */
	private static final Pattern LINE = Pattern.compile("\\([^()]*:\\d+\\)$");

	private Fingerprint() {
	}

	/**
	 * The fingerprint of a line, over all schedulers.
	 * @param site the line
	 * @return twelve hex digits
	 */
	public static String of(Site site) {
		return of("", site, null);
	}

	/** Of a finding about a line. */
	static String of(FindingKind kind, Site site, @Nullable String scheduler) {
		return of(kind.label(), site, scheduler);
	}

	/** Of a finding about something else, such as a scheduler. */
	static String of(FindingKind kind, String subject, @Nullable String scheduler) {
		return digest(kind.label(), LINE.matcher(subject).replaceFirst(""), "", withoutLine(scheduler));
	}

	/** A scheduler that is no bean is named by its line. */
	private static String withoutLine(@Nullable String scheduler) {
		return (scheduler == null) ? "" : LINE.matcher(scheduler).replaceFirst("");
	}

	private static String of(String kind, Site site, @Nullable String scheduler) {
		return digest(kind, GENERATED.matcher(site.className()).replaceFirst(""), site.methodName(),
				withoutLine(scheduler));
	}

	private static String digest(String... parts) {
		byte[] digest = sha256().digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(digest, 0, BYTES);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
