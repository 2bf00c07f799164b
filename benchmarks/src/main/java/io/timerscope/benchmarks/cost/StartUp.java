package io.timerscope.benchmarks.cost;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long the sample takes to start, with and without Timerscope's jars in it. */
final class StartUp implements AutoCloseable {

	private static final Pattern STARTED = Pattern.compile("process running for ([\\d.]+)");

	private static final List<String> OFF = List.of("--timerscope.enabled=false");

	private static final List<String> LARGE = List.of("--spring.profiles.active=large");

	private static final boolean HAS_AOT_CACHE = Runtime.version().feature() >= 25;

	private final Path sample;

	private final Path agent;

	private final Path folder;

	private final Path without;

	/** Starts the sample's jar and a copy of it, and the sample with the agent. */
	StartUp(Path sample, Path agent) throws IOException {
		this.sample = sample;
		this.agent = agent;
		this.folder = Files.createTempDirectory("start-up");
		this.without = without();
	}

	/** The lines of the table. */
	List<Line> lines(int starts) throws IOException, InterruptedException {
		List<Line> lines = new ArrayList<>();
		lines.add(line("start-up of the sample, with / without the starter", Limits.atMost(1.05, 1.02), starts,
				new Start(List.of(), this.sample, List.of()), new Start(List.of(), this.without, OFF)));
		lines.add(line("start-up of the sample with 200 further beans and 20 further schedulers", Limits.NONE, starts,
				new Start(List.of(), this.sample, LARGE),
				new Start(List.of(), this.without, Stream.of(LARGE, OFF).flatMap(List::stream).toList())));
		lines.add(line("start-up of the sample, with the agent too / with the starter", Limits.NONE, starts,
				new Start(List.of("-javaagent:" + this.agent), this.sample, List.of()),
				new Start(List.of(), this.sample, List.of())));
		Path with = extracted(this.sample, "with");
		Path bare = extracted(this.without, "bare");
		lines.add(line("start-up of the sample with an archive of its classes (CDS)", Limits.NONE, starts,
				archived(with, "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=", List.of()),
				archived(bare, "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=", OFF)));
		if (HAS_AOT_CACHE) {
			lines.add(line("start-up of the sample with an AOT cache of the JDK", Limits.NONE, starts,
					archived(with, "-XX:AOTCacheOutput=", "-XX:AOTCache=", List.of()),
					archived(bare, "-XX:AOTCacheOutput=", "-XX:AOTCache=", OFF)));
		}
		return lines;
	}

	private static Line line(String work, Limits limits, int starts, Start with, Start without) throws IOException {
		double[] seconds = new double[starts];
		double[] bare = new double[starts];
		for (int i = 0; i < starts; i++) {
			bare[i] = without.seconds();
			seconds[i] = with.seconds();
		}
		Values bareSeconds = new Values(bare);
		Values ourSeconds = new Values(seconds);
		return new Line(work, limits, ourSeconds.with(bareSeconds, (a, b) -> a / b), "%.2f",
				String.format(Locale.ROOT, "%.2f → %.2f s", bareSeconds.median(), ourSeconds.median()));
	}

	private Path without() throws IOException {
		Path copy = this.folder.resolve("sample-without.jar");
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
			Path index = jar.getPath("BOOT-INF", "classpath.idx");
			Files.write(index,
					Files.readAllLines(index).stream().filter((line) -> !line.contains("/timerscope-")).toList());
		}
		return copy;
	}

	/**
	 * Laid out as a jar with its libraries beside it, which an archive of classes needs.
	 */
	private Path extracted(Path jar, String name) throws IOException, InterruptedException {
		Path target = this.folder.resolve(name);
		run(List.of(OwnJvm.java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination",
				target.toString()));
		return target.resolve(jar.getFileName());
	}

	/** Starts once to write the archive. */
	private static Start archived(Path jar, String write, String read, List<String> arguments)
			throws IOException, InterruptedException {
		Path archive = jar.resolveSibling(write.contains("AOT") ? "app.aot" : "app.jsa");
		List<String> command = new ArrayList<>(List.of(OwnJvm.java(), write + archive,
				"-Dspring.context.exit=onRefresh", "-jar", jar.toString(), "--server.port=0"));
		command.addAll(arguments);
		run(command);
		return new Start(List.of(read + archive), jar, arguments);
	}

	private static void run(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException(String.join(" ", command) + " printed\n" + printed);
		}
	}

	@Override
	public void close() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	/**
	 * One way to start.
	 *
	 * @param options those of the virtual machine
	 * @param jar what is started
	 * @param arguments those of the application
	 */
	private record Start(List<String> options, Path jar, List<String> arguments) {

		/**
		 * From the start of the process until the application says that it has started.
		 */
		double seconds() throws IOException {
			List<String> command = new ArrayList<>(List.of(OwnJvm.java()));
			command.addAll(this.options);
			command.addAll(List.of("-jar", this.jar.toString(), "--server.port=0", "--spring.main.banner-mode=off"));
			command.addAll(this.arguments);
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
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

}
