package io.timerscope.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

import io.timerscope.agent.TimerscopeAgent;
import org.objectweb.asm.ClassReader;

/** Makes the jars that a JVM of its own is started with. */
final class AgentJar {

	private AgentJar() {
	}

	/** The agent as Maven builds it, or what comes to the same before it has. */
	static Path agent(Path directory) throws Exception {
		Path classes = locationOf(TimerscopeAgent.class);
		if (Files.isRegularFile(classes)) {
			return classes;
		}
		Manifest manifest = manifest();
		manifest.getMainAttributes().putValue("Premain-Class", TimerscopeAgent.class.getName());
		manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
		Path jar = directory.resolve("timerscope-agent.jar");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
				JarFile asm = new JarFile(locationOf(ClassReader.class).toFile())) {
			copy(classes, "", "", out);
			for (JarEntry entry : asm.stream().filter((it) -> it.getName().startsWith("org/")).toList()) {
				out.putNextEntry(new JarEntry(entry.getName()));
				asm.getInputStream(entry).transferTo(out);
			}
		}
		return jar;
	}

	/** An executable jar with nested jars, of what is on a class path. */
	static Path executable(Path directory, Class<?> main, List<Path> classPath) throws Exception {
		Path target = directory.resolve("executable.jar");
		Manifest manifest = manifest();
		manifest.getMainAttributes()
			.put(Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
		manifest.getMainAttributes().putValue("Start-Class", main.getName());
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest);
				JarInputStream loader = new JarInputStream(
						AgentJar.class.getResourceAsStream("/META-INF/loader/spring-boot-loader.jar"))) {
			for (JarEntry entry = loader.getNextJarEntry(); entry != null; entry = loader.getNextJarEntry()) {
				if (entry.getName().endsWith(".class")) {
					out.putNextEntry(new JarEntry(entry.getName()));
					loader.transferTo(out);
				}
			}
			copy(locationOf(main), main.getPackageName().replace('.', '/'), "BOOT-INF/classes/", out);
			for (int i = 0; i < classPath.size(); i++) {
				Path entry = classPath.get(i);
				Path jar = Files.isDirectory(entry) ? jar(directory.resolve("timerscope-core-" + i + ".jar"), entry)
						: entry;
				nest(jar, out);
			}
		}
		return target;
	}

	/** A nested jar is not compressed. */
	private static void nest(Path jar, JarOutputStream out) throws IOException {
		byte[] bytes = Files.readAllBytes(jar);
		CRC32 crc = new CRC32();
		crc.update(bytes);
		JarEntry entry = new JarEntry("BOOT-INF/lib/" + jar.getFileName());
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(bytes.length);
		entry.setCrc(crc.getValue());
		out.putNextEntry(entry);
		out.write(bytes);
	}

	private static Path jar(Path target, Path directory) throws IOException {
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest())) {
			copy(directory, "", "", out);
			return target;
		}
	}

	private static void copy(Path root, String folder, String prefix, JarOutputStream out) throws IOException {
		try (Stream<Path> files = Files.walk(root.resolve(folder))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				String name = root.relativize(file).toString().replace('\\', '/');
				if (!name.equals("META-INF/MANIFEST.MF")) {
					out.putNextEntry(new JarEntry(prefix + name));
					Files.copy(file, out);
				}
			}
		}
	}

	private static Manifest manifest() {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		return manifest;
	}

	private static Path locationOf(Class<?> type) throws Exception {
		return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

}
