package io.timerscope.jfr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/events.md prints is what the JDK's {@code jfr} prints. */
class EventsDocumentationTests {

	private static final Path PAGE = Path.of("..", "docs", "events.md");

	private static final Pattern VARIES = Pattern.compile(
			"\\d{2}:\\d{2}:\\d{2}[.,:]\\d{3}( \\(\\d{4}-\\d{2}-\\d{2}\\))?|Jobs\\.java:\\d+|javaThreadId = \\d+| +");

	@TempDir
	private Path directory = Path.of("");

	@Test
	void thePrintedEventsAreThoseOfTheCommand() throws Exception {
		Path file = this.directory.resolve("timers.jfr");
		FlightRecorderNewsTests.record(file);
		String printed = jfr("print", "--events", "io.timerscope.*", file.toString());
		List<String> documented = documented();
		assertThat(documented).hasSize(2);
		assertThat(documented).allSatisfy((event) -> assertThat(normal(printed)).contains(normal(event)));
	}

	@Test
	void everyEventAndFieldOfTheTableIsInTheRecording() throws Exception {
		Path file = this.directory.resolve("timers.jfr");
		FlightRecorderNewsTests.record(file);
		String metadata = jfr("metadata", file.toString());
		Matcher row = Pattern.compile("\\| `(io\\.timerscope\\.\\w+)` \\|[^|]*\\|([^|]*)\\|")
			.matcher(Files.readString(PAGE));
		List<String> events = new ArrayList<>();
		while (row.find()) {
			events.add(row.group(1));
			int from = metadata.indexOf("@Name(\"" + row.group(1) + "\")");
			assertThat(from).as(row.group(1)).isNotNegative();
			String type = metadata.substring(from, metadata.indexOf("\n}", from));
			Matcher field = Pattern.compile("`(\\w+)`").matcher(row.group(2));
			while (field.find()) {
				assertThat(type).containsPattern(" " + field.group(1) + ";");
			}
		}
		assertThat(events).hasSize(5);
	}

	/** The events that the page shows, one after the other. */
	private static List<String> documented() throws IOException {
		List<String> events = new ArrayList<>();
		Matcher event = Pattern.compile("(?ms)^io\\.timerscope\\.\\w+ \\{$.*?^}$").matcher(Files.readString(PAGE));
		while (event.find()) {
			events.add(event.group());
		}
		return events;
	}

	/** Times and lines of code differ from one recording to the next. */
	private static String normal(String text) {
		return VARIES.matcher(text.replace("\r", "")).replaceAll(" ");
	}

	private static String jfr(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "jfr").toString()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
