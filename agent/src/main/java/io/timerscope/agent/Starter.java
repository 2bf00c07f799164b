package io.timerscope.agent;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Looks for the starter before anything is loaded: on the class path, in the jars that an
 * executable jar or war holds, and in those that a manifest names.
 */
final class Starter {

	private static final String CLASS = "io/timerscope/ledger/TaskLedger.class";

	private static final Pattern NESTED = Pattern.compile("(BOOT|WEB)-INF/lib[^/]*/(timerscope-core-[^/]*\\.jar)");

	private static final Pattern CORE = Pattern.compile("(^|.*/)timerscope-core-[^/]*\\.jar");

	private Starter() {
	}

	static boolean isOnClassPath() {
		if (ClassLoader.getSystemResource(CLASS) != null) {
			return true;
		}
		String path = System.getProperty("java.class.path", "");
		return Arrays.stream(path.split(Pattern.quote(File.pathSeparator))).anyMatch(Starter::isIn);
	}

	private static boolean isIn(String entry) {
		File file = new File(entry);
		if (!file.isFile()) {
			return false;
		}
		try (JarFile jar = new JarFile(file)) {
			String further = (jar.getManifest() == null) ? null
					: jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
			return (further != null && Arrays.stream(further.split(" +")).anyMatch((it) -> CORE.matcher(it).matches()))
					|| jar.stream()
						.anyMatch((it) -> it.getName().endsWith("/" + CLASS) || NESTED.matcher(it.getName()).matches());
		}
		catch (IOException ex) {
			return false; // the JVM cannot read it either
		}
	}

}
