package io.timerscope.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The main sources of all modules. Each file holds one top-level type.
 *
 * @param project the folder of the modules
 */
record SourceTree(Path project) {

	private static final List<String> SOURCES = List.of("src/main/java", "src/boot3/java");

	/** Packages of more types than that, by their folder. */
	Map<String, Integer> packagesOfMoreTypesThan(int limit) {
		Map<String, Integer> types = new TreeMap<>();
		files().filter((file) -> !file.endsWith("package-info.java"))
			.forEach((file) -> types.merge(name(packageOf(file)), 1, Integer::sum));
		types.values().removeIf((count) -> count <= limit);
		return types;
	}

	/** Files of more lines than that. */
	Map<String, Integer> filesLongerThan(int limit) {
		return files().collect(Collectors.toMap(this::name, SourceTree::lines, Integer::sum, TreeMap::new))
			.entrySet()
			.stream()
			.filter((file) -> file.getValue() > limit)
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
	}

	private Stream<Path> files() {
		return modules().flatMap((module) -> SOURCES.stream().map(module::resolve))
			.filter(Files::isDirectory)
			.flatMap(SourceTree::filesBelow);
	}

	private Stream<Path> modules() {
		try (Stream<Path> folders = Files.list(this.project)) {
			return folders.filter((folder) -> Files.exists(folder.resolve("pom.xml"))).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Path> filesBelow(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int lines(Path file) {
		try (Stream<String> lines = Files.lines(file)) {
			return (int) lines.count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Sources of one package in two folders of a module are one package. */
	private Path packageOf(Path file) {
		Path folder = file.getParent();
		for (String sources : SOURCES) {
			if (name(folder).contains("/" + sources + "/")) {
				return this.project.resolve(name(folder).replace("/" + sources + "/", "/"));
			}
		}
		return folder;
	}

	private String name(Path path) {
		return this.project.relativize(path).toString().replace('\\', '/');
	}

}
