package io.timerscope.documentation;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A tracked bean has the types that its definition declares. A final class behind an
 * interface is not among them ({@code KnownLimitsTests} has the example), so that nobody
 * may promise the same type without more words.
 */
class SameTypeClaimTests {

	@ParameterizedTest
	@CsvSource({ "README.md, '[^.]*same type[^.]*\\.', declare",
			"CONTRIBUTING.md, '\\*\\*Same type\\.\\*\\*[^.]*\\.', declare",
			"CHANGELOG.md, '[^.]*same type[^.]*\\.', declare", "README.zh-CN.md, '[^。]*类型[^。]*。', 声明",
			"docs/limits.md, 'declared as an interface while[^.]*\\.', interfaces only" })
	void thePromiseSaysOfWhichTypes(String page, String promise, String condition) {
		assertThat(Pattern.compile(promise)
			.matcher(Pages.read(page).replaceAll("\\s+", " "))
			.results()
			.map(MatchResult::group)).isNotEmpty().allSatisfy((sentence) -> assertThat(sentence).contains(condition));
	}

}
