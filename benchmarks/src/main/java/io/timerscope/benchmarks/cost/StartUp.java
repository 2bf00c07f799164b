package io.timerscope.benchmarks.cost;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** How long the sample takes to start, with and without Timerscope's jars in it. */
final class StartUp {

	private static final Pattern STARTED = Pattern.compile("process running for ([\\d.]+)");

	private final Path sample;

	/** Starts this jar and a copy of it. */
	StartUp(Path sample) {
		this.sample = sample;
	}

	/** The sample as Maven has packaged it, or {@code null} if it has not. */
	static @Nullable Path sample(Path project) throws IOException {
		Path folder = project.resolve("sample").resolve("target");
		if (!Files.isDirectory(folder)) {
			return null;
		}
		PathMatcher jar = folder.getFileSystem().getPathMatcher("glob:timerscope-sample-*.jar");
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> jar.matches(file.getFileName())).findFirst().orElse(null);
		}
	}

	/** The line of the table. */
	Line line(int starts) throws IOException {
		Path without = without();
		try {
			double[] with = new double[starts];
			double[] bare = new double[starts];
			for (int i = 0; i < starts; i++) {
				bare[i] = seconds(without, "--timerscope.enabled=false");
				with[i] = seconds(this.sample);
			}
			Values bareSeconds = new Values(bare);
			Values seconds = new Values(with);
			return new Line("start-up of the sample, with / without the starter", Limits.atMost(1.05, 1.02),
					seconds.with(bareSeconds, (a, b) -> a / b), "%.2f",
					String.format(Locale.ROOT, "%.2f → %.2f s", bareSeconds.median(), seconds.median()));
		}
		finally {
			Files.delete(without);
		}
	}

	private Path without() throws IOException {
		Path copy = Files.createTempFile("sample-without", ".jar");
		Files.write(copy, Files.readAllBytes(this.sample));
		try (FileSystem jar = FileSystems.newFileSystem(copy)) {
			List<Path> ours;
			try (Stream<Path> libraries = Files.list(jar.getPath("BOOT-INF", "lib"))) {
				ours = libraries.filter((it) -> it.getFileName().toString().startsWith("timerscope-")).toList();
			}
			if (ours.isEmpty()) {
				throw new IllegalStateException(this.sample + " should contain Timerscope's jars");
			}
			for (Path library : ours) {
				Files.delete(library);
			}
		}
		return copy;
	}

	/** From the start of the process until the application says that it has started. */
	private static double seconds(Path jar, String... arguments) throws IOException {
		Stream<String> command = Stream.concat(
				Stream.of(OwnJvm.java(), "-jar", jar.toString(), "--server.port=0", "--spring.main.banner-mode=off"),
				Stream.of(arguments));
		Process process = new ProcessBuilder(command.toList()).redirectErrorStream(true).start();
		StringBuilder printed = new StringBuilder();
		try (BufferedReader reader = process.inputReader()) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				Matcher matcher = STARTED.matcher(line);
				if (matcher.find()) {
					return Double.parseDouble(matcher.group(1));
				}
				printed.append(line).append('\n');
			}
		}
		finally {
			process.destroy();
			process.onExit().join();
		}
		throw new IllegalStateException("The sample did not start and printed\n" + printed);
	}

}
