package io.timerscope.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Who owns a line of code, as a CODEOWNERS file says it. The last pattern that matches
 * counts; with GitLab's sections, the last one of each section.
 */
final class CodeOwners {

	/** There is no such file. */
	static final CodeOwners NONE = new CodeOwners(List.of(), null);

	/** {@code [Name][2] @default} or {@code ^[Name]}. */
	private static final Pattern SECTION = Pattern.compile("\\^?\\[[^]]+](\\[\\d+])?\\s*(.*)");

	private final List<List<OwnerPattern>> sections;

	private final @Nullable SourceTree sources;

	private CodeOwners(List<List<OwnerPattern>> sections, @Nullable SourceTree sources) {
		this.sections = sections;
		this.sources = sources;
	}

	/**
	 * Reads a file.
	 * @param file in the root of a repository, in {@code .github}, {@code .gitlab} or
	 * {@code docs}
	 */
	static CodeOwners read(Path file) throws IOException {
		List<List<OwnerPattern>> sections = new ArrayList<>(List.of(new ArrayList<>()));
		List<String> defaults = List.of();
		for (String raw : Files.readAllLines(file)) {
			String line = raw.replaceFirst("(^|\\s)#.*", "").strip();
			Matcher section = SECTION.matcher(line);
			if (section.matches()) {
				sections.add(new ArrayList<>());
				defaults = words(section.group(2));
			}
			else if (!line.isEmpty()) {
				List<String> words = words(line);
				List<String> owners = (words.size() == 1) ? defaults : words.subList(1, words.size());
				sections.get(sections.size() - 1).add(OwnerPattern.of(words.get(0), owners));
			}
		}
		return new CodeOwners(sections, SourceTree.around(file));
	}

	/**
	 * Who owns a line.
	 * @param site the line, in the form of a stack trace element
	 * @return the owners; empty where there are none
	 */
	List<String> of(String site) {
		Code code = Code.of(site);
		if (code == null || this.sources == null) {
			return List.of();
		}
		for (String path : this.sources.paths(code.path())) {
			List<OwnerPattern> matching = matching(path);
			if (!matching.isEmpty()) {
				return matching.stream().flatMap((pattern) -> pattern.owners().stream()).distinct().toList();
			}
		}
		return List.of();
	}

	/** What counts: the last of each section. */
	private List<OwnerPattern> matching(String path) {
		List<OwnerPattern> matching = new ArrayList<>();
		for (List<OwnerPattern> section : this.sections) {
			section.stream().filter((pattern) -> pattern.matches(path)).reduce((a, b) -> b).ifPresent(matching::add);
		}
		return matching;
	}

	private static List<String> words(String line) {
		return line.isBlank() ? List.of()
				: Pattern.compile("(?<!\\\\)\\s+")
					.splitAsStream(line.strip())
					.map((word) -> word.replace("\\ ", " ").replace("\\#", "#"))
					.toList();
	}

}
