package io.timerscope.spring;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import com.acme.devtools.RestartedApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Under the developer tools the application's classes are loaded anew, and ours are not.
 */
class DevtoolsTests {

	@TempDir
	Path jars;

	@Test
	void anApplicationRestartsAndTheFirstContextIsLetGo() throws Exception {
		List<String> lines = run();
		assertThat(lines.stream().filter("greeting hello"::equals)).hasSize(2);
		assertThat(lines.stream().filter("listenable true"::equals)).hasSize(2);
		assertThat(lines.stream().filter("tracked [greeting, listening, pool]"::equals)).hasSize(2);
		assertThat(lines.stream().filter("loader RestartClassLoader, of ours AppClassLoader"::equals)).hasSize(2);
		assertThat(lines).contains("first context is gone true");
	}

	private List<String> run() throws IOException, InterruptedException {
		Path log = this.jars.resolve("run.log");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", classPath(), RestartedApplication.class.getName())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		int result = process.waitFor();
		String text = Files.readString(log, StandardCharsets.UTF_8);
		assertThat(result).as(text).isZero();
		return text.lines().toList();
	}

	/** As in an application: its own classes in a folder, ours in jars. */
	private String classPath() throws IOException {
		List<String> entries = new ArrayList<>();
		String[] classPath = System.getProperty("java.class.path").split(File.pathSeparator, -1);
		for (String entry : classPath) {
			Path path = Path.of(entry);
			boolean ours = Files.isDirectory(path) && path.endsWith("classes");
			entries.add(ours ? jar(path, this.jars.resolve(entries.size() + ".jar")).toString() : entry);
		}
		return String.join(File.pathSeparator, entries);
	}

	private static Path jar(Path folder, Path jar) throws IOException {
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream out = new JarOutputStream(file);
				Stream<Path> paths = Files.walk(folder)) {
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				out.putNextEntry(new JarEntry(folder.relativize(path).toString().replace(File.separatorChar, '/')));
				Files.copy(path, out);
				out.closeEntry();
			}
		}
		return jar;
	}

}
