package io.timerscope.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SourceTreeTests {

	private static final int TYPES = 40;

	private static final int LINES = 250;

	/** Longer files of the core, see decision 19. */
	private static final Set<String> LONG_IN_THE_CORE = Set.of("HandmadeTimers", "LedgerWriter", "Leaks", "Lifecycle",
			"RunRecorder", "TaskLedger", "TaskRecord", "TaskTracker");

	/** Longer files elsewhere, see decision 20. */
	private static final Set<String> LONG = Set.of("agent/src/main/java/io/timerscope/agent/Hub.java",
			"agent/src/main/java/io/timerscope/agent/JdkEdits.java",
			"autoconfigure/src/main/java/io/timerscope/autoconfigure/TimerscopeProperties.java",
			"autoconfigure/src/main/java/io/timerscope/spring/schedule/TrackedScheduledThreadPoolExecutor.java",
			"autoconfigure/src/main/java/io/timerscope/spring/schedule/TrackedSimpleAsyncTaskScheduler.java",
			"autoconfigure/src/main/java/io/timerscope/spring/schedule/TrackedThreadPoolTaskScheduler.java");

	private final SourceTree house = new SourceTree(Path.of("..").toAbsolutePath().normalize());

	@Test
	void noPackageHasMoreThanFortyTypes() {
		assertThat(this.house.packagesOfMoreTypesThan(TYPES)).isEmpty();
	}

	@Test
	void noFileIsLongerThanTwoHundredAndFiftyLines() {
		Map<String, Integer> files = this.house.filesLongerThan(LINES);
		files.keySet().removeIf((file) -> LONG_IN_THE_CORE.contains(simpleName(file)) && file.startsWith("core/"));
		assertThat(files).containsOnlyKeys(LONG);
	}

	@Test
	void aPackageIsCountedOverAllFoldersOfItsModule(@TempDir Path project) throws IOException {
		write(project, "shop/pom.xml", 1);
		write(project, "shop/src/main/java/shop/Order.java", 1);
		write(project, "shop/src/main/java/shop/package-info.java", 1);
		write(project, "shop/src/boot3/java/shop/OldOrder.java", 1);
		write(project, "shop/src/test/java/shop/OrderTests.java", 1);
		SourceTree tree = new SourceTree(project);
		assertThat(tree.packagesOfMoreTypesThan(1)).containsExactly(Map.entry("shop/shop", 2));
		assertThat(tree.packagesOfMoreTypesThan(2)).isEmpty();
	}

	@Test
	void aFileOfOneLineTooManyIsFound(@TempDir Path project) throws IOException {
		write(project, "shop/pom.xml", 1);
		write(project, "shop/src/main/java/shop/Order.java", 3);
		write(project, "shop/src/main/java/shop/Cart.java", 2);
		assertThat(new SourceTree(project).filesLongerThan(2))
			.containsExactly(Map.entry("shop/src/main/java/shop/Order.java", 3));
	}

	@Test
	void noPackageOfAnyModuleIsInACircle() {
		assertThat(this.house.packagesInCircles()).isEmpty();
	}

	@Test
	void aCircleOfThreePackagesIsFound(@TempDir Path project) throws IOException {
		write(project, "shop/pom.xml", 1);
		source(project, "shop.order", "shop.cart.Cart");
		source(project, "shop.cart", "shop.price.Price");
		source(project, "shop.price", "shop.order.Order");
		source(project, "shop.web", "shop.order.Order");
		assertThat(new SourceTree(project).packagesInCircles()).containsExactly("shop.cart", "shop.order",
				"shop.price");
	}

	private static void source(Path project, String name, String imported) throws IOException {
		Path path = project.resolve("shop/src/main/java").resolve(name.replace('.', '/')).resolve("Some.java");
		Files.createDirectories(path.getParent());
		Files.writeString(path, "package " + name + ";\n\nimport " + imported + ";\n");
	}

	private static String simpleName(String file) {
		return file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
	}

	private static void write(Path project, String file, int lines) throws IOException {
		Path path = project.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, "//\n".repeat(lines));
	}

}
