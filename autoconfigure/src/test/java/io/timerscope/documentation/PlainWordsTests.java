package io.timerscope.documentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Sentences are short, in what users read: 25 words at most on average. */
class PlainWordsTests {

	private static final int WORDS = 25;

	/** Below, a few sentences make no average. */
	private static final int FEW = 5;

	private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");

	private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*$|^#.*$|^\\|.*$|^(?=\\s*([-*]|\\d+\\.) )");

	private static final Pattern END = Pattern.compile("[.!?][*_)\"]*(\\s+|$)");

	static Stream<Path> pages() throws IOException {
		return Pages.all().stream().filter((page) -> !page.toString().contains("zh-CN"));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void theAverageSentenceIsShort(Path page) {
		List<Integer> lengths = sentences(Pages.withoutCode(Pages.read(page)));
		if (lengths.size() > FEW) {
			assertThat(lengths.stream().mapToInt(Integer::intValue).average().orElseThrow()).isLessThanOrEqualTo(WORDS);
		}
	}

	private static List<Integer> sentences(String text) {
		String plain = LINK.matcher(text).replaceAll("$1").replaceAll("`[^`]*`", "code");
		return BLOCK.splitAsStream(plain)
			.flatMap((block) -> END.splitAsStream(block.replaceAll("\\s+", " ").strip()))
			.filter((sentence) -> !sentence.isBlank())
			.map((sentence) -> sentence.strip().split(" ").length)
			.filter((words) -> words > 2)
			.toList();
	}

}
