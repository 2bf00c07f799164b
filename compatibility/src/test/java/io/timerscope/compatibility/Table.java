package io.timerscope.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of a run, as a table of Markdown. */
final class Table {

	private static final String BEGIN = "<!-- The table is written by the command above. -->\n";

	private static final String END = "<!-- end of the table -->";

	private final Map<Row, Boolean> rows = new LinkedHashMap<>();

	void add(Row row, boolean works) {
		this.rows.put(row, works);
	}

	/** Writes the table, and puts it into the document if there is to be one. */
	void write() throws IOException {
		Files.writeString(BuildSettings.target().resolve("compatibility.md"), text());
		Path document = BuildSettings.document();
		if (document != null) {
			String before = Files.readString(document);
			int begin = before.indexOf(BEGIN) + BEGIN.length();
			Files.writeString(document,
					before.substring(0, begin) + "\n" + text() + "\n" + before.substring(before.indexOf(END)));
		}
	}

	private String text() {
		Map<String, String> frameworks = new LinkedHashMap<>();
		Map<Application, Map<String, List<String>>> cells = new TreeMap<>();
		this.rows.forEach((row, works) -> {
			frameworks.merge(row.boot(), row.framework(), (one, other) -> one.isEmpty() ? other : one);
			cells.computeIfAbsent(row.application(), (key) -> new LinkedHashMap<>())
				.computeIfAbsent(row.boot(), (key) -> new ArrayList<>())
				.add((works ? "" : "**not** ") + row.jdk());
		});
		StringBuilder text = new StringBuilder("| Application, and what was asked of it | ");
		text.append(frameworks.entrySet()
			.stream()
			.map((it) -> "Spring Boot " + it.getKey() + ", Framework " + it.getValue())
			.collect(Collectors.joining(" | ")));
		text.append(" |\n|---|").append("---|".repeat(frameworks.size())).append('\n');
		cells.forEach((application, boots) -> text.append("| ")
			.append(application.describe())
			.append(" | ")
			.append(frameworks.keySet()
				.stream()
				.map((boot) -> boots.containsKey(boot) ? "JDK " + String.join(", ", boots.get(boot)) : "–")
				.collect(Collectors.joining(" | ")))
			.append(" |\n"));
		return text.toString();
	}

	/**
	 * One application on one platform.
	 *
	 * @param boot the version of Spring Boot
	 * @param framework the version of Spring Framework
	 * @param jdk the feature release
	 * @param application which one
	 */
	record Row(String boot, String framework, String jdk, Application application) {
	}

}
