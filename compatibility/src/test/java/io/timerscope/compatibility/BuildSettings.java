package io.timerscope.compatibility;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the build says: which Spring Boots, applications and JDKs, and where all is. */
final class BuildSettings {

	private BuildSettings() {
	}

	static List<String> boots() {
		return list("boots");
	}

	static List<Application> applications() {
		return list("applications").contains("ALL") ? List.of(Application.values())
				: list("applications").stream().map(Application::valueOf).toList();
	}

	/** Homes of JDKs, the oldest first. */
	static List<Path> jdks() {
		List<Path> named = list("jdks").stream().map(Path::of).toList();
		return named.isEmpty() ? List.of(Path.of(System.getProperty("java.home"))) : named;
	}

	/** The jars as they were built. */
	static Path jar(String module, String artifact) {
		Path jar = root().resolve(module)
			.resolve("target")
			.resolve("timerscope-" + artifact + "-" + property("version") + ".jar");
		if (!Files.isRegularFile(jar)) {
			throw new IllegalStateException("there is no " + jar.normalize() + "; build it with mvn verify");
		}
		return jar.normalize();
	}

	static List<Path> builtJars() {
		return List.of(jar("core", "core"), jar("autoconfigure", "spring-boot-autoconfigure"));
	}

	static Path root() {
		return Path.of(property("root")).normalize();
	}

	static Path target() {
		return root().resolve("compatibility").resolve("target");
	}

	/** The file that the table is part of, or {@code null}. */
	static Path document() {
		return property("document").isEmpty() ? null : Path.of(property("document"));
	}

	static String property(String name) {
		return System.getProperty("compatibility." + name, "");
	}

	private static List<String> list(String name) {
		return Stream.of(property(name))
			.flatMap((text) -> Arrays.stream(text.split(",")))
			.filter((it) -> !it.isBlank())
			.map(String::strip)
			.toList();
	}

}
