package io.timerscope.documentation;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The changelog speaks to those who had the version before. As long as there was none,
 * nothing can have changed for them, or been fixed.
 */
class ChangelogTests {

	private static final Pattern RELEASE = Pattern.compile("(?m)^## \\[\\d");

	private static final Pattern HEADLINE = Pattern.compile("(?m)^### (.+)$");

	@Test
	void beforeTheFirstReleaseThereAreOnlyThingsThatWereAdded() {
		String changelog = Pages.read("CHANGELOG.md");
		List<String> headlines = HEADLINE.matcher(changelog).results().map((MatchResult it) -> it.group(1)).toList();
		assertThat(headlines).isNotEmpty();
		if (!RELEASE.matcher(changelog).find()) {
			assertThat(headlines).doesNotContain("Changed", "Deprecated", "Removed", "Fixed");
		}
	}

}
