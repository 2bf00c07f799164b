package io.timerscope.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The main sources of all modules. Each file holds one top-level type.
 *
 * @param project the folder of the modules
 */
record SourceTree(Path project) {

	private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

	private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([a-z][\\w.]*?)\\.[A-Z]",
			Pattern.MULTILINE);

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

	/** Packages that import each other, through others too, by their name. */
	Set<String> packagesInCircles() {
		Map<String, Set<String>> imports = new TreeMap<>();
		files().forEach((file) -> {
			String text = read(file);
			imports.computeIfAbsent(first(PACKAGE, text), (name) -> new TreeSet<>())
				.addAll(IMPORT.matcher(text).results().map((found) -> found.group(1)).toList());
		});
		return imports.keySet()
			.stream()
			.filter((name) -> reachable(imports, name).contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> reachable(Map<String, Set<String>> imports, String from) {
		Set<String> reached = new TreeSet<>();
		Deque<String> next = new ArrayDeque<>(others(imports, from));
		while (!next.isEmpty()) {
			String name = next.remove();
			if (reached.add(name)) {
				next.addAll(others(imports, name));
			}
		}
		return reached;
	}

	private static List<String> others(Map<String, Set<String>> imports, String from) {
		return imports.getOrDefault(from, Set.of())
			.stream()
			.filter((name) -> !name.equals(from) && imports.containsKey(name))
			.toList();
	}

	private static String first(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((found) -> found.group(1)).findFirst().orElse("");
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
