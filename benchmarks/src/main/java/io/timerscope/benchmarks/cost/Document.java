package io.timerscope.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document that keeps a table for each JDK, between two marks. */
final class Document {

	private final Path path;

	Document(Path path) {
		this.path = path;
	}

	/**
	 * Replaces what stands between the marks of this JDK.
	 * @throws IllegalArgumentException if there are none
	 */
	void write(String table) throws IOException {
		String text = Files.readString(this.path);
		String begin = "<!-- table: JDK " + Runtime.version().feature() + " -->\n";
		String end = "<!-- end -->";
		int from = text.indexOf(begin);
		int to = (from < 0) ? -1 : text.indexOf(end, from);
		if (to < 0) {
			throw new IllegalArgumentException(
					this.path + " should have a line '" + begin.strip() + "' and after it '" + end + "'");
		}
		Files.writeString(this.path,
				text.substring(0, from + begin.length()) + "\n" + table + "\n" + text.substring(to));
	}

}
