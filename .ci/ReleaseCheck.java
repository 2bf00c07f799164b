import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Looks at staged artifacts the way Maven Central does before it takes them, and at what we ask of them besides.
 * Usage: java ReleaseCheck.java staging-folder version build-folder
 */
class ReleaseCheck {

	private static final String GROUP = "io/timerscope";

	private static final List<String> ASKED = List.of("name", "description", "url", "licenses", "developers", "scm");

	/** SPDX ids of licences that allow what an application does with us; one of a dependency's licences is enough. */
	private static final Set<String> LICENCES = Set.of("Apache-2.0", "MIT", "MIT-0", "EPL-1.0", "EPL-2.0", "BSD-2-Clause",
			"BSD-3-Clause", "CC0-1.0");

	private static final Set<String> PARTS = Set.of("", "-sources", "-javadoc");

	/** Class files of JDK 17. */
	private static final int NEWEST_CLASS = 61;

	private final Path staging;

	private final String version;

	private final byte[] buildFolder;

	private final List<String> faults = new ArrayList<>();

	private final Map<String, Document> poms = new TreeMap<>();

	private final Set<String> jars = new TreeSet<>();

	private final Set<String> modules = new HashSet<>();

	private ReleaseCheck(Path staging, String version, String buildFolder) {
		this.staging = staging;
		this.version = version;
		this.buildFolder = buildFolder.getBytes(StandardCharsets.UTF_8);
	}

	public static void main(String[] args) throws Exception {
		ReleaseCheck check = new ReleaseCheck(Path.of(args[0]), args[1], args[2]);
		check.all();
		check.faults.forEach((fault) -> System.out.println("FAULT " + fault));
		System.out.println(check.faults.isEmpty() ? "No faults." : check.faults.size() + " faults.");
		System.exit(check.faults.isEmpty() ? 0 : 1);
	}

	private void all() throws Exception {
		List<Path> folders;
		try (Stream<Path> children = Files.list(this.staging.resolve(GROUP))) {
			folders = children.filter(Files::isDirectory).sorted().toList();
		}
		for (Path folder : folders) {
			String artifact = folder.getFileName().toString();
			Path pom = file(artifact, ".pom");
			if (Files.exists(pom)) {
				this.poms.put(artifact, parse(pom));
			}
			else {
				this.faults.add(artifact + ": no POM of version " + this.version);
			}
		}
		for (String artifact : this.poms.keySet()) {
			pom(artifact);
			if (!"pom".equals(text(this.poms.get(artifact), "packaging"))) {
				this.jars.add(artifact);
				jar(artifact);
			}
			materials(artifact);
			sealed(artifact);
		}
		versions();
		System.out.println("Looked at " + this.poms.size() + " artifacts of version " + this.version + ": "
				+ String.join(", ", this.poms.keySet()));
	}

	private void pom(String artifact) {
		Document pom = this.poms.get(artifact);
		for (String element : ASKED) {
			if (child(pom.getDocumentElement(), element) == null && inherited(pom, element) == null) {
				this.faults.add(artifact + ": the POM has no <" + element + ">, nor has its parent");
			}
		}
		for (String element : List.of("name", "description")) {
			if (child(pom.getDocumentElement(), element) == null) {
				this.faults.add(artifact + ": the POM has no <" + element + "> of its own");
			}
		}
		for (String element : List.of("repositories", "pluginRepositories", "distributionManagement")) {
			if (child(pom.getDocumentElement(), element) != null) {
				this.faults.add(artifact + ": the POM has <" + element + ">");
			}
		}
		String words = pom.getDocumentElement().getTextContent();
		if (words.contains("-SNAPSHOT")) {
			this.faults.add(artifact + ": the POM names a snapshot");
		}
	}

	private Element inherited(Document pom, String element) {
		Element parent = child(pom.getDocumentElement(), "parent");
		Document of = (parent != null) ? this.poms.get(child(parent, "artifactId").getTextContent().trim()) : null;
		return (of != null) ? child(of.getDocumentElement(), element) : null;
	}

	private void jar(String artifact) throws IOException {
		for (String part : PARTS) {
			Path path = file(artifact, part + ".jar");
			if (!Files.exists(path)) {
				this.faults.add(artifact + ": no " + path.getFileName());
				continue;
			}
			try (JarFile jar = new JarFile(path.toFile())) {
				if (jar.stream().filter((entry) -> !entry.isDirectory()).count() < 2) {
					this.faults.add(artifact + ": nothing is in " + path.getFileName());
				}
				if (part.isEmpty()) {
					main(artifact, jar);
				}
				portable(path, jar);
			}
		}
	}

	private void main(String artifact, JarFile jar) throws IOException {
		Manifest manifest = jar.getManifest();
		String module = manifest.getMainAttributes().getValue("Automatic-Module-Name");
		if (module == null || !module.matches("io\\.timerscope(\\.[a-z]+)+") || !this.modules.add(module)) {
			this.faults.add(artifact + ": Automatic-Module-Name is " + module);
		}
		for (String text : List.of("META-INF/LICENSE", "META-INF/NOTICE")) {
			if (jar.getEntry(text) == null && jar.getEntry("BOOT-INF/classes/" + text) == null) {
				this.faults.add(artifact + ": no " + text);
			}
		}
	}

	/** No path of the machine that built it, and no class that is newer than the oldest JDK. */
	private void portable(Path path, JarFile jar) throws IOException {
		for (ZipEntry entry : jar.stream().filter((each) -> !each.isDirectory()).toList()) {
			byte[] bytes;
			try (InputStream in = jar.getInputStream(entry)) {
				bytes = in.readAllBytes();
			}
			if (contains(bytes, this.buildFolder)) {
				this.faults.add(path.getFileName() + ": " + entry.getName() + " names the folder of the build");
			}
			if (entry.getName().endsWith(".class") && (bytes[6] << 8 | bytes[7]) > NEWEST_CLASS
					&& !entry.getName().contains("META-INF/versions/")) {
				this.faults.add(path.getFileName() + ": " + entry.getName() + " needs a newer JDK than 17");
			}
		}
	}

	private void materials(String artifact) throws Exception {
		Path path = file(artifact, "-cyclonedx.xml");
		if (!Files.exists(path) || !Files.exists(file(artifact, "-cyclonedx.json"))) {
			this.faults.add(artifact + ": no bill of materials");
			return;
		}
		Element components = child(parse(path).getDocumentElement(), "components");
		List<String> lines = new ArrayList<>();
		for (Element component : children(components)) {
			String group = child(component, "group").getTextContent();
			Set<String> ids = new TreeSet<>();
			Element licences = child(component, "licenses");
			for (Element licence : children(licences)) {
				for (Element word : children(licence)) {
					if (word.getTagName().equals("id") || word.getTagName().equals("name")) {
						ids.add(word.getTextContent().trim());
					}
				}
				if (licence.getTagName().equals("expression")) {
					ids.addAll(List.of(licence.getTextContent().trim().split("[ ()]*OR[ ()]*")));
				}
			}
			String name = group + ":" + child(component, "name").getTextContent();
			lines.add(name + " " + child(component, "version").getTextContent() + " " + String.join(" or ", ids));
			if (ids.stream().noneMatch(LICENCES::contains)) {
				this.faults.add(artifact + ": " + name + " has the licence " + ids);
			}
		}
		if (!lines.isEmpty()) {
			System.out.println(artifact + " brings");
			lines.forEach((line) -> System.out.println("    " + line));
		}
	}

	private void sealed(String artifact) throws Exception {
		List<Path> files;
		try (Stream<Path> all = Files.list(file(artifact, "").getParent())) {
			files = all.filter((path) -> !path.toString().matches(".*\\.(asc|md5|sha1|sha256|sha512)")).sorted().toList();
		}
		for (Path path : files) {
			for (String algorithm : List.of("MD5", "SHA-1")) {
				Path sum = Path.of(path + "." + algorithm.replace("-", "").toLowerCase());
				String right = HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(path)));
				if (!Files.exists(sum) || !Files.readString(sum).trim().equals(right)) {
					this.faults.add(path.getFileName() + ": no or a wrong checksum " + algorithm);
				}
			}
			Path signature = Path.of(path + ".asc");
			if (!Files.exists(signature) || !signed(signature, path)) {
				this.faults.add(path.getFileName() + ": no or a wrong signature");
			}
		}
	}

	private static boolean signed(Path signature, Path path) throws Exception {
		Process gpg = new ProcessBuilder("gpg", "--batch", "--verify", signature.toString(), path.toString())
			.redirectErrorStream(true)
			.start();
		gpg.getInputStream().readAllBytes();
		return gpg.waitFor() == 0;
	}

	/** The BOM has each jar once, and nothing else. */
	private void versions() {
		Document bom = this.poms.get("timerscope-bom");
		if (bom == null) {
			this.faults.add("no timerscope-bom");
			return;
		}
		if (child(bom.getDocumentElement(), "parent") != null) {
			this.faults.add("timerscope-bom: has a parent, whose versions it would bring along");
		}
		Set<String> listed = new TreeSet<>();
		Element management = child(bom.getDocumentElement(), "dependencyManagement");
		for (Element dependency : children(child(management, "dependencies"))) {
			listed.add(child(dependency, "artifactId").getTextContent().trim());
		}
		if (!listed.equals(this.jars)) {
			this.faults.add("timerscope-bom: lists " + listed + ", but " + this.jars + " are published");
		}
	}

	private Path file(String artifact, String ending) {
		return this.staging.resolve(GROUP)
			.resolve(artifact)
			.resolve(this.version)
			.resolve(artifact + "-" + this.version + ending);
	}

	private static String text(Document document, String element) {
		Element found = child(document.getDocumentElement(), element);
		return (found != null) ? found.getTextContent().trim() : null;
	}

	private static Element child(Element parent, String name) {
		return children(parent).stream().filter((each) -> each.getTagName().equals(name)).findFirst().orElse(null);
	}

	private static List<Element> children(Element parent) {
		List<Element> elements = new ArrayList<>();
		for (Node node = (parent != null) ? parent.getFirstChild() : null; node != null; node = node.getNextSibling()) {
			if (node instanceof Element element) {
				elements.add(element);
			}
		}
		return elements;
	}

	private static Document parse(Path path) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(path.toFile());
	}

	private static boolean contains(byte[] bytes, byte[] part) {
		for (int at = 0; at <= bytes.length - part.length; at++) {
			int same = 0;
			while (same < part.length && bytes[at + same] == part[same]) {
				same++;
			}
			if (same == part.length) {
				return true;
			}
		}
		return false;
	}

}
