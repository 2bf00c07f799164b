package io.timerscope.compatibility;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every class, method and field of others that the built jars link to is there on each
 * Spring Boot, except where conditions keep us away from it.
 */
class LinkageTests {

	/** Chosen by conditions, and by what is there of Spring Framework. */
	private static final Set<String> ON_3_5 = Set.of("TimersHealthIndicator -> AbstractHealthIndicator",
			"TimersHealthIndicator -> Health.Builder", "TrackedSimpleAsyncTaskScheduler -> isPauseable",
			"TrackedThreadPoolTaskScheduler -> isPauseable");

	private static final Set<String> ON_4 = Set.of("Boot3TimersHealthIndicator -> AbstractHealthIndicator",
			"Boot3TimersHealthIndicator -> Health.Builder", "ListenableSimpleAsyncTaskScheduler -> ListenableFuture",
			"ListenableThreadPoolTaskScheduler -> ListenableFuture",
			"TrackedListenableExecutor -> AsyncListenableTaskExecutor",
			"TrackedListenableExecutor -> ListenableFuture");

	private final ClassPaths classPaths = new ClassPaths();

	@ParameterizedTest
	@MethodSource("boots")
	void nothingIsMissing(String boot) throws Exception {
		Set<Path> libraries = new HashSet<>();
		for (Libraries kind : Libraries.on(boot)) {
			libraries.addAll(this.classPaths.libraries(boot, kind));
		}
		Linkage linkage = Linkage.against(libraries);
		Set<String> missing = new TreeSet<>();
		for (Path jar : List.of(BuildSettings.jar("core", "core"),
				BuildSettings.jar("autoconfigure", "spring-boot-autoconfigure"), BuildSettings.jar("junit", "junit"))) {
			missing.addAll(linkage.missing(jar));
		}
		assertThat(missing).isEqualTo(new TreeSet<>(boot.startsWith("3.") ? ON_3_5 : ON_4));
	}

	/** Of the milestones of 4.2, not all modules can be had. */
	static Stream<String> boots() {
		return BuildSettings.boots().stream().filter((boot) -> !boot.startsWith("4.2"));
	}

}
