package io.timerscope.errorprone;

import java.nio.file.Path;

import com.google.errorprone.BugPattern;
import com.google.errorprone.bugpatterns.BugChecker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.ServiceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each finding names the page of its check, and the end of life that was looked for.
 */
class PagesTests {

	static List<Class<? extends BugChecker>> checks() {
		return ServiceLoader.load(BugChecker.class)
			.stream()
			.<Class<? extends BugChecker>>map(ServiceLoader.Provider::type)
			.filter((type) -> Checks.NAMES.contains(type.getSimpleName()))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("checks")
	void theCheckLinksToAPageThatExists(Class<? extends BugChecker> check) {
		BugPattern pattern = check.getAnnotation(BugPattern.class);
		assertThat(pattern.linkType()).isEqualTo(BugPattern.LinkType.CUSTOM);
		assertThat(Path.of("..").resolve(pattern.link())).exists().hasFileName(check.getSimpleName() + ".md");
	}

}
