package io.timerscope.errorprone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The main sources of this project's modules.
 */
final class OwnSources {

	private static final Path PROJECT = Path.of("..");

	private OwnSources() {
	}

	static String read(String module, String type) {
		try {
			return Files.readString(folder(module).resolve(type + ".java"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Path> of(String module) throws IOException {
		try (Stream<Path> files = Files.walk(folder(module))) {
			return files.filter((file) -> file.toString().endsWith(".java")).sorted().toList();
		}
	}

	private static Path folder(String module) {
		return PROJECT.resolve(module).resolve("src/main/java");
	}

}
