package io.timerscope.spring.held;

import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Tells the application's classes from a library's: by its packages, and by where a class
 * was loaded from, since a library comes as a jar of its own.
 */
final class ApplicationClasses {

	/** Families of which an application may be a member without owning the others. */
	private static final List<String> FAMILIES = List.of("org.springframework", "org.apache", "org.eclipse",
			"com.google", "io.github", "com.github", "com.gitlab", "io.micrometer");

	/** Parts of a package below which a library shows how it is used. */
	private static final Pattern EXAMPLES = Pattern
		.compile("^[^.]+\\.[^.]+\\.(?:.*?\\.)?(?:example|sample|demo)s?(?=\\.|$)");

	private static final Pattern JAR = Pattern.compile("([^/!:]+)\\.jar");

	private static final Pattern CLASSES = Pattern.compile("classes(/|!/|/!/)$");

	private static final Pattern VERSION = Pattern.compile("-\\d.*$");

	private final List<String> packages;

	private final List<String> libraries;

	/**
	 * Knows an application.
	 * @param packages the packages of the application
	 * @param libraries further packages that are not the application's
	 */
	ApplicationClasses(List<String> packages, List<String> libraries) {
		this.packages = packages.stream().map(ApplicationClasses::family).distinct().toList();
		this.libraries = List.copyOf(libraries);
	}

	/** The library that a class is of; {@code null} for the application's own. */
	@Nullable String library(Class<?> type) {
		Class<?> written = ClassUtils.getUserClass(type);
		String name = written.getName();
		for (String library : this.libraries) {
			if (isIn(name, library)) {
				return library;
			}
		}
		if (this.packages.stream().anyMatch((it) -> isIn(name, it))) {
			return null;
		}
		URL location = location(written);
		if (location == null) {
			return isOfTheJdk(written) ? "JDK" : null;
		}
		String jar = jar(location.toString());
		return (jar == null || CLASSES.matcher(location.toString()).find()) ? null : jar;
	}

	static boolean isOfTheJdk(Class<?> type) {
		String module = type.getModule().getName();
		return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
	}

	static @Nullable URL location(Class<?> type) {
		try {
			CodeSource source = type.getProtectionDomain().getCodeSource();
			return (source == null) ? null : source.getLocation();
		}
		catch (SecurityException ex) {
			return null;
		}
	}

	/** The name of the innermost jar, without its version. */
	private static @Nullable String jar(String location) {
		String jar = null;
		Matcher matcher = JAR.matcher(location);
		while (matcher.find()) {
			jar = matcher.group(1);
		}
		return (jar == null) ? null : VERSION.matcher(jar).replaceFirst("");
	}

	/**
	 * An application of many modules mostly shares the first two parts of its packages.
	 * An example of a library shares those with the library, and is no more than an
	 * example.
	 */
	private static String family(String name) {
		Matcher examples = EXAMPLES.matcher(name);
		if (examples.find()) {
			return examples.group();
		}
		int first = name.indexOf('.');
		int second = name.indexOf('.', first + 1);
		if (first < 0 || second < 0 || FAMILIES.contains(name.substring(0, second))) {
			return name;
		}
		return name.substring(0, second);
	}

	private static boolean isIn(String name, String prefix) {
		return name.startsWith(prefix) && (prefix.endsWith(".") || name.length() == prefix.length()
				|| name.charAt(prefix.length()) == '.' || name.charAt(prefix.length()) == '$');
	}

}
