package io.timerscope.sample.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the READMEs say that the shop prints, it prints; and their commands ask for what
 * there is.
 */
class ReadmeTests {

	private static final Pattern DUMP = Pattern.compile("format=text'\n(.*?)```", Pattern.DOTALL);

	private static final String TEXT = "/actuator/timers?format=text";

	private static final int ORDERS = 20;

	@Test
	void theShopAnswersAsTheReadmeSays() throws Exception {
		try (RunningShop shop = new RunningShop()) {
			for (int order = 0; order < ORDERS; order++) {
				shop.leak();
			}
			await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
				System.gc(); // so that the futures that nobody holds are gone
				assertThat(shop.timers("").at("/totals/leaked").asInt()).isEqualTo(ORDERS);
				assertThat(plain(shop.text(TEXT))).contains("their futures were garbage collected");
			});
			String dump = shop.text(TEXT);
			Files.writeString(Path.of("target", "readme-dump.txt"), dump);
			for (String readme : List.of("README.md", "README.zh-CN.md")) {
				assertThat(paragraphs(printed(readme))).as(readme)
					.isNotEmpty()
					.allSatisfy((paragraph) -> assertThat(plain(dump)).contains(paragraph));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "README.md", "README.zh-CN.md" })
	void theCommandsAreThoseThatTheBuildKnows(String readme) throws IOException {
		String text = Files.readString(Path.of("..", readme));
		assertThat(text).contains("mvn -q -pl sample -am spring-boot:run")
			.contains("mvn -B verify")
			.contains("<artifactId>timerscope-bom</artifactId>")
			.contains("include: health, timers");
		String version = version();
		assertThat(text).contains("<version>" + version + "</version>").contains("timerscope-bom:" + version + "'");
	}

	@Test
	void theReadmesHaveTheSameCode() throws IOException {
		assertThat(code("README.zh-CN.md")).isEqualTo(code("README.md"));
	}

	@Test
	void theReadmesNameTheSameSettings() throws IOException {
		assertThat(settings("README.zh-CN.md")).isNotEmpty().isEqualTo(settings("README.md"));
	}

	/** The properties of the table, with their defaults. */
	private static List<String> settings(String readme) throws IOException {
		return Pattern.compile("(?m)^\\| (`timerscope\\.[^|]+\\|[^|]+)\\|")
			.matcher(Files.readString(Path.of("..", readme)))
			.results()
			.map((row) -> row.group(1).strip())
			.toList();
	}

	private static List<String> code(String readme) throws IOException {
		return Pattern.compile("(?ms)^```\\w*\n(.*?)^```$")
			.matcher(Files.readString(Path.of("..", readme)))
			.results()
			.map((block) -> block.group(1).replaceAll("//.*", "//"))
			.toList();
	}

	private static String version() throws IOException {
		return Files.readString(Path.of("..", "pom.xml"))
			.lines()
			.filter((line) -> line.startsWith("\t<version>"))
			.map((line) -> line.replaceAll("</?version>|\t", ""))
			.findFirst()
			.orElseThrow();
	}

	private static String printed(String readme) throws IOException {
		return DUMP.matcher(Files.readString(Path.of("..", readme))).results().findFirst().orElseThrow().group(1);
	}

	private static List<String> paragraphs(String printed) {
		return List.of(printed.split("\n\n")).stream().map(ReadmeTests::plain).toList();
	}

	/** Without line breaks and without what differs between two runs. */
	private static String plain(String text) {
		return text.replaceAll("\\s+", " ")
			.replaceAll("(?<= )# +", "")
			.replaceAll("\\d+(\\.\\d+)? (ms|s|min)( \\d+ s)?\\b", "…")
			.strip();
	}

}
