package io.timerscope.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The code in docs/choosing.md is code of com.acme.guide, which compiles. */
class ChoosingGuideTests {

	private static final Path GUIDE = Path.of("../docs/choosing.md");

	private static final Path SOURCES = Path.of("src/test/java/com/acme/guide");

	private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

	/** In the sources, constructors stand in between. */
	private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");

	@Test
	void everyPieceOfCodeCompiles() throws IOException {
		String compiled = compiled();
		List<String> pieces = BLOCK.matcher(Files.readString(GUIDE))
			.results()
			.flatMap((block) -> BLANK_LINE.splitAsStream(block.group(1)))
			.toList();
		assertThat(pieces).hasSizeGreaterThan(10).allSatisfy((piece) -> assertThat(compiled).contains(bare(piece)));
	}

	@Test
	void everySituationHasItsLineInTheTable() throws IOException {
		assertThat(Files.readString(GUIDE)).contains("| something to do a little later in a request |",
				"| a heartbeat on a connection |", "| reloading on a configuration event |",
				"| a job for the whole life of the application |", "| a timeout on a future |");
	}

	private static String compiled() throws IOException {
		try (Stream<Path> files = Files.list(SOURCES)) {
			return files.map(ChoosingGuideTests::read).map(ChoosingGuideTests::bare).collect(Collectors.joining());
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Without comments and white space, which the formatter decides. */
	private static String bare(String code) {
		return code.lines()
			.filter((line) -> !line.strip().startsWith("//"))
			.collect(Collectors.joining())
			.replaceAll("\\s", "");
	}

}
