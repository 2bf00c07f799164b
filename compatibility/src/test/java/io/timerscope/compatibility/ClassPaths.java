package io.timerscope.compatibility;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The libraries of an application on one Spring Boot, as Maven resolves them for its
 * users. Asks Maven once for all kinds of applications.
 */
final class ClassPaths {

	private static final List<String> NATIVE = List.of("netty-codec-native-quic", "netty-resolver-dns-native-macos",
			"netty-transport-native-epoll");

	private final Map<String, Path> resolved = new ConcurrentHashMap<>();

	/** The jars of an application, ours among them as they were built. */
	List<Path> of(String boot, Libraries libraries) throws Exception {
		List<Path> jars = new ArrayList<>(BuildSettings.builtJars());
		jars.addAll(libraries(boot, libraries));
		return jars;
	}

	/** The jars without ours. */
	List<Path> libraries(String boot, Libraries libraries) throws Exception {
		if (!this.resolved.containsKey(boot)) {
			this.resolved.put(boot, resolve(boot));
		}
		Path file = this.resolved.get(boot).resolve(libraries.name()).resolve("classpath.txt");
		return Arrays.stream(Files.readString(file).strip().split(File.pathSeparator)).map(Path::of).toList();
	}

	private static Path resolve(String boot) throws IOException, InterruptedException {
		Path directory = BuildSettings.target().resolve("class-paths").resolve(boot);
		String modules = Libraries.on(boot)
			.stream()
			.map((it) -> "<module>" + it + "</module>")
			.collect(Collectors.joining());
		boolean fresh = write(directory, "<packaging>pom</packaging><modules>" + modules + "</modules>", "all");
		for (Libraries libraries : Libraries.on(boot)) {
			Path project = directory.resolve(libraries.name());
			fresh |= write(project, project(boot, libraries), libraries.name());
			fresh |= !Files.exists(project.resolve("classpath.txt"));
		}
		if (fresh) {
			askMaven(boot, directory);
		}
		return directory;
	}

	private static void askMaven(String boot, Path directory) throws IOException, InterruptedException {
		Path log = directory.resolve("maven.log");
		Process maven = new ProcessBuilder(Path.of(BuildSettings.property("maven"), "bin", "mvn").toString(), "-B",
				"-Dmaven.repo.local=" + BuildSettings.property("repository"),
				"org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath",
				"-Dmdep.outputFile=classpath.txt")
			.directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		if (maven.waitFor() != 0) {
			throw new IllegalStateException(
					"Maven found no class path for Spring Boot " + boot + ":\n" + Files.readString(log));
		}
	}

	/** Whether that was not there before. */
	private static boolean write(Path directory, String content, String name) throws IOException {
		Path pom = Files.createDirectories(directory).resolve("pom.xml");
		String text = "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>"
				+ "<groupId>com.acme</groupId><artifactId>" + name + "</artifactId><version>1</version>" + content
				+ "</project>\n";
		if (Files.exists(pom) && Files.readString(pom).equals(text)) {
			return false;
		}
		Files.writeString(pom, text);
		return true;
	}

	private static String project(String boot, Libraries libraries) {
		String dependencies = libraries.dependencies()
			.stream()
			.map((it) -> "<dependency><groupId>" + it.group() + "</groupId><artifactId>" + it.artifact()
					+ "</artifactId>" + ((it.version() == null) ? "" : "<version>" + it.version() + "</version>")
					+ "<exclusions>" + exclusions(libraries) + "</exclusions></dependency>")
			.collect(Collectors.joining());
		return "<dependencyManagement><dependencies><dependency><groupId>org.springframework.boot</groupId>"
				+ "<artifactId>spring-boot-dependencies</artifactId><version>" + boot
				+ "</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>"
				+ "<dependencies>" + dependencies + "</dependencies>";
	}

	private static String exclusions(Libraries libraries) {
		return NATIVE.stream().map((artifact) -> exclusion("io.netty", artifact)).collect(Collectors.joining())
				+ (libraries.jetty() ? exclusion("org.springframework.boot", "spring-boot-starter-tomcat") : "");
	}

	private static String exclusion(String group, String artifact) {
		return "<exclusion><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId></exclusion>";
	}

}
