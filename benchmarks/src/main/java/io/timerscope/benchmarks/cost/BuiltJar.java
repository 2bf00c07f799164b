package io.timerscope.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What Maven has packaged of other modules. */
final class BuiltJar {

	private BuiltJar() {
	}

	/** The sample application, or {@code null} if it is not there. */
	static @Nullable Path sample(Path project) throws IOException {
		return find(project, "sample", "timerscope-sample-");
	}

	/** The agent, or {@code null} if it is not there. */
	static @Nullable Path agent(Path project) throws IOException {
		return find(project, "agent", "timerscope-agent-");
	}

	static Path required(@Nullable Path jar, String module) {
		if (jar == null) {
			throw new IllegalStateException(
					module + "/target should contain the jar of the module; mvn package builds it");
		}
		return jar;
	}

	private static @Nullable Path find(Path project, String module, String prefix) throws IOException {
		Path folder = project.resolve(module).resolve("target");
		if (!Files.isDirectory(folder)) {
			return null;
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> {
				String name = file.getFileName().toString();
				return name.startsWith(prefix) && name.endsWith(".jar") && !name.endsWith("-sources.jar")
						&& !name.endsWith("-javadoc.jar");
			}).findFirst().orElse(null);
		}
	}

}
