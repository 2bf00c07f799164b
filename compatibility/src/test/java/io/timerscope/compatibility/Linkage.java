package io.timerscope.compatibility;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.codehaus.mojo.animal_sniffer.SignatureBuilder;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;

/** The signatures of libraries, against which a jar is held. */
final class Linkage {

	/** Of the JDK, our own, or not Spring Boot's business. */
	private static final Set<String> OTHERS = Set.of("java.*", "javax.management.*", "jdk.*", "com.sun.*",
			"io.timerscope.*", "jakarta.enterprise.*", "net.bytebuddy.*");

	private static final Pattern REFERENCE = Pattern.compile(".*/([^/]+)\\.class.*: Undefined reference: (.*)");

	/**
	 * What each enum and each object inherits from the JDK, which is not looked at.
	 * Compilers from JDK 18 on name the interface by which such a method is called.
	 */
	private static final Pattern OF_THE_JDK = Pattern
		.compile("\\S+ \\S+\\.((ordinal|getClass|toString|hashCode)\\(\\)|equals\\(\\S+\\))");

	private final byte[] signatures;

	private Linkage(byte[] signatures) {
		this.signatures = signatures;
	}

	static Linkage against(Collection<Path> libraries) throws IOException {
		ByteArrayOutputStream signatures = new ByteArrayOutputStream();
		SignatureBuilder builder = new SignatureBuilder(signatures, new Errors());
		for (Path library : libraries) {
			builder.process(library.toFile());
		}
		builder.close();
		return new Linkage(signatures.toByteArray());
	}

	/** What a jar links to and is not there: our class, and the class or method. */
	Set<String> missing(Path jar) throws IOException {
		Errors errors = new Errors();
		SignatureChecker checker = new SignatureChecker(new ByteArrayInputStream(this.signatures), OTHERS, errors);
		checker.setSourcePath(List.of());
		checker.process(jar.toFile());
		Set<String> missing = new TreeSet<>();
		for (String error : errors.messages) {
			Matcher reference = REFERENCE.matcher(error);
			if (!reference.matches()) {
				missing.add(error);
			}
			else if (!OF_THE_JDK.matcher(reference.group(2)).matches()) {
				missing.add(reference.group(1) + " -> " + brief(reference.group(2)));
			}
		}
		return missing;
	}

	/** Without packages: the class, or the method where the class is there. */
	private static String brief(String reference) {
		Matcher own = Pattern.compile(".*?((?:[A-Z]\\w*\\.)*[A-Z]\\w*)(?:\\.([a-z]\\w*|<init>)\\(.*)?")
			.matcher(reference);
		return own.matches() ? ("isPauseable".equals(own.group(2)) ? own.group(2) : own.group(1)) : reference;
	}

	/** Collects what is told as an error. */
	private static final class Errors implements Logger {

		private final List<String> messages = new ArrayList<>();

		@Override
		public void info(String message) {
		}

		@Override
		public void info(String message, Throwable cause) {
		}

		@Override
		public void debug(String message) {
		}

		@Override
		public void debug(String message, Throwable cause) {
		}

		@Override
		public void warn(String message) {
		}

		@Override
		public void warn(String message, Throwable cause) {
		}

		@Override
		public void error(String message) {
			this.messages.add(message);
		}

		@Override
		public void error(String message, Throwable cause) {
			this.messages.add(message);
		}

	}

}
