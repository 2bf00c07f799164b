package io.timerscope.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages that users read. */
final class Pages {

	static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");

	private Pages() {
	}

	/** Every page of the project, except what builds leave behind. */
	static List<Path> all() throws IOException {
		List<Path> pages = new ArrayList<>();
		try (Stream<Path> top = Files.list(ROOT); Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
			Stream.concat(top, docs).filter((path) -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
		}
		return pages;
	}

	static String read(String name) {
		return read(ROOT.resolve(name));
	}

	static String read(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String withoutCode(String text) {
		return FENCED.matcher(text).replaceAll("");
	}

	/** The cells of each row of the tables of a text, without their heads. */
	static List<List<String>> rows(String text) {
		List<List<String>> rows = new ArrayList<>();
		List<String> lines = text.lines().toList();
		for (int at = 0; at < lines.size(); at++) {
			String line = lines.get(at);
			boolean head = at + 1 < lines.size() && lines.get(at + 1).matches("\\|[-:| ]+\\|");
			if (line.startsWith("|") && !head && !line.matches("\\|[-:| ]+\\|")) {
				rows.add(Stream.of(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
					.map(String::trim)
					.toList());
			}
		}
		return rows;
	}

	/** What stands between a headline and the next of its level or above. */
	static String section(String text, String headline) {
		int begin = text.indexOf(headline + "\n");
		if (begin < 0) {
			throw new IllegalArgumentException("no headline '" + headline + "'");
		}
		String rest = text.substring(begin + headline.length());
		String marks = headline.substring(0, headline.indexOf(' '));
		var next = Pattern.compile("(?m)^#{1," + marks.length() + "} ").matcher(rest);
		return next.find() ? rest.substring(0, next.start()) : rest;
	}

}
