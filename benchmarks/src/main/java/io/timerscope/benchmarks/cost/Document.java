package io.timerscope.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document that keeps a table for each JDK, between two marks. */
final class Document {

	private static final String END = "<!-- end -->";

	private final Path path;

	Document(Path path) {
		this.path = path;
	}

	/**
	 * Replaces what stands between two marks of this JDK.
	 * @param mark the name of the first mark
	 * @param text what shall stand there
	 * @throws IllegalArgumentException if there are none
	 */
	void write(String mark, String text) throws IOException {
		if (!writeWhereMarked(mark, text)) {
			throw new IllegalArgumentException(
					this.path + " should have a line '" + begin(mark).strip() + "' and after it '" + END + "'");
		}
	}

	/** Replaces what stands between two marks, and returns whether they are there. */
	boolean writeWhereMarked(String mark, String text) throws IOException {
		String document = Files.readString(this.path);
		String begin = begin(mark);
		int from = document.indexOf(begin);
		int to = (from < 0) ? -1 : document.indexOf(END, from);
		if (to < 0) {
			return false;
		}
		Files.writeString(this.path,
				document.substring(0, from + begin.length()) + "\n" + text + "\n" + document.substring(to));
		return true;
	}

	private static String begin(String mark) {
		return "<!-- " + mark + ": JDK " + Runtime.version().feature() + " -->\n";
	}

}
