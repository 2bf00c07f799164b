package io.timerscope.actuate;

import java.util.List;
import java.util.Locale;

import io.timerscope.Site;
import io.timerscope.finding.Fingerprint;
import io.timerscope.snapshot.KeptBytes;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * An estimate of the memory that the leaked tasks of one site keep.
 *
 * @param site the line
 * @param fingerprint the same on every instance
 * @param leaked its leaked tasks
 * @param measured those of them whose objects were all read
 * @param objects how many objects were read, each once
 * @param bytes their size together
 * @param complete whether no limit ended the walk
 * @param types the types with most bytes first, at most twenty
 * @param closed types whose fields could not be read, so that what they hold is missing
 * @param limits what the walk was limited to
 * @param words the same in a sentence
 * @since 0.1.0
 */
public record KeptDescriptor(String site, String fingerprint, long leaked, long measured, long objects, long bytes,
		boolean complete, List<TypeDescriptor> types, List<String> closed, String limits,
		String words) implements OperationResponseBody {

	private static final long UNIT = 1024;

	private static final int NAMED = 3;

	static KeptDescriptor of(Site site, KeptBytes kept) {
		String limits = "at most " + kept.maxObjects() + " objects and " + kept.maxTime().toMillis() + " ms";
		return new KeptDescriptor(site.toString(), Fingerprint.of(site), kept.tasks(), kept.measured(), kept.objects(),
				kept.bytes(), kept.isComplete(), kept.types().stream().map(TypeDescriptor::of).toList(), kept.closed(),
				limits, words(kept, limits));
	}

	private static String words(KeptBytes kept, String limits) {
		if (kept.tasks() == 0) {
			return "no task of this line is leaked";
		}
		StringBuilder words = new StringBuilder(
				kept.tasks() + ((kept.tasks() == 1) ? " leaked task keeps " : " leaked tasks keep ")
						+ (kept.isComplete() ? "about " : "at least ") + size(kept.bytes()));
		String separator = ": ";
		for (KeptBytes.OfType type : kept.types().subList(0, Math.min(NAMED, kept.types().size()))) {
			words.append(separator)
				.append(size(type.bytes()))
				.append(" in ")
				.append(type.objects())
				.append(" of ")
				.append(type.type());
			separator = ", ";
		}
		if (!kept.isComplete()) {
			words.append("; ")
				.append(kept.measured())
				.append(" of the tasks were read before the walk came to its limit (")
				.append(limits)
				.append(')');
		}
		if (!kept.closed().isEmpty()) {
			words.append("; not included is what stays closed: ").append(String.join(", ", kept.closed()));
		}
		return words.toString();
	}

	/** In the units of the JVM, of which each is 1024 of the one before. */
	static String size(long bytes) {
		double size = bytes;
		int unit = 0;
		while (size >= UNIT && unit < 3) {
			size /= UNIT;
			unit++;
		}
		return (unit == 0) ? bytes + " bytes" : String.format(Locale.ROOT, (size < 10) ? "%.1f %s" : "%.0f %s", size,
				List.of("", "KB", "MB", "GB").get(unit));
	}

	/**
	 * The objects of one type.
	 *
	 * @param type its name, for example {@code byte[]}
	 * @param objects how many there are
	 * @param bytes their size, without what they refer to
	 */
	public record TypeDescriptor(String type, long objects, long bytes) {

		static TypeDescriptor of(KeptBytes.OfType type) {
			return new TypeDescriptor(type.type(), type.objects(), type.bytes());
		}

	}

}
