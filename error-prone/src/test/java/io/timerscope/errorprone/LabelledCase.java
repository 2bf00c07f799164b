package io.timerscope.errorprone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One file of the corpus: either its marked lines are leaks, or it is correct.
 *
 * @param file the source
 * @param leaks the numbers of the leaking lines, empty if the file is correct
 */
record LabelledCase(Path file, List<Integer> leaks) {

	static final Path RESOURCES = Path.of("src", "test", "resources");

	static List<LabelledCase> all(String corpus) {
		return Stream.concat(in(RESOURCES.resolve(corpus).resolve("leak")), in(RESOURCES.resolve(corpus).resolve("ok")))
			.toList();
	}

	String name() {
		return this.file.getFileName().toString();
	}

	boolean isLeak() {
		return !this.leaks.isEmpty();
	}

	/** Whether one of the findings stands within one line of a leak. */
	boolean isFoundBy(Collection<Report> reports) {
		return reports.stream()
			.filter((report) -> report.file().equals(name()))
			.anyMatch((report) -> this.leaks.stream().anyMatch((line) -> Math.abs(line - report.line()) <= 1));
	}

	boolean isTouchedBy(Collection<Report> reports) {
		return reports.stream().anyMatch((report) -> report.file().equals(name()));
	}

	private static Stream<LabelledCase> in(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().map(LabelledCase::read).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static LabelledCase read(Path file) {
		try {
			List<String> lines = Files.readAllLines(file);
			List<Integer> leaks = IntStream.rangeClosed(1, lines.size())
				.filter((number) -> lines.get(number - 1).contains("// BUG"))
				.boxed()
				.toList();
			return new LabelledCase(file, leaks);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
