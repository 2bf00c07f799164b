package io.timerscope.fleet;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where in a repository a source file is, of which a stack trace knows package and name
 * only.
 */
final class SourceTree {

	private static final Set<String> SKIPPED = Set.of(".git", "target", "build", "node_modules", ".gradle", ".idea");

	private static final Set<String> BELOW_THE_ROOT = Set.of(".github", ".gitlab", "docs");

	private static final List<String> USUAL = List.of("src/main/java/", "src/main/kotlin/", "");

	/** Paths from the root, by file name. */
	private final Map<String, List<String>> files = new HashMap<>();

	private SourceTree() {
	}

	/** The repository around its CODEOWNERS file. */
	static SourceTree around(Path codeOwners) throws IOException {
		Path folder = codeOwners.toAbsolutePath().normalize().getParent();
		SourceTree tree = new SourceTree();
		if (folder != null) {
			Path above = folder.getParent();
			Path name = folder.getFileName();
			tree.index((above != null && name != null && BELOW_THE_ROOT.contains(name.toString())) ? above : folder);
		}
		return tree;
	}

	/**
	 * Where a file may be.
	 * @param path below a source root, such as {@code com/acme/Orders.java}
	 * @return where it is; where no file is of that name, where it would usually be
	 */
	List<String> paths(String path) {
		String name = path.substring(path.lastIndexOf('/') + 1);
		List<String> found = this.files.getOrDefault(name, List.of())
			.stream()
			.filter((file) -> file.equals(path) || file.endsWith("/" + path))
			.toList();
		return found.isEmpty() ? USUAL.stream().map((root) -> root + path).toList() : found;
	}

	private void index(Path root) throws IOException {
		Files.walkFileTree(root, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
				Path name = folder.getFileName();
				return (name != null && SKIPPED.contains(name.toString())) ? FileVisitResult.SKIP_SUBTREE
						: FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				String name = String.valueOf(file.getFileName());
				if (name.matches(".*\\.(java|kt|groovy|scala)")) {
					SourceTree.this.files.computeIfAbsent(name, (it) -> new ArrayList<>())
						.add(root.relativize(file).toString().replace('\\', '/'));
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException reason) {
				return FileVisitResult.CONTINUE;
			}

		});
	}

}
