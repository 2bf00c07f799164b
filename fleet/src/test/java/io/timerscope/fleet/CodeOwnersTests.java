package io.timerscope.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CodeOwners} and {@link OwnerPattern}.
 */
class CodeOwnersTests {

	private static final String SITE = "com.acme.Orders.place(Orders.java:42)";

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "*, a/b/C.java, true", "*.java, a/b/C.java, true", "*.kt, a/b/C.java, false", "/a/, a/b/C.java, true",
			"a/, x/a/b/C.java, true", "/b/, a/b/C.java, false", "a/b, a/b/C.java, true", "a/b, x/a/b/C.java, false",
			"a/*, a/b/C.java, false", "a/*, a/C.java, true", "**/b, a/b/C.java, true",
			"a/**/C.java, a/x/y/C.java, true", "a/**/C.java, a/C.java, true", "C.java, a/b/C.java, true",
			"/C.java, a/b/C.java, false", "a/b/?.java, a/b/C.java, true", "a.b, aXb, false" })
	void aPatternMatchesAsInAGitignoreFile(String glob, String path, boolean matches) {
		assertThat(OwnerPattern.of(glob, List.of()).matches(path)).isEqualTo(matches);
	}

	@Test
	void theLastPatternCountsAndMayMeanNobody() throws IOException {
		assertThat(owners("* @core # everything\n\n*.java @java @ada\n")).containsExactly("@java", "@ada");
		assertThat(owners("*.java @java\n/src/main/java/com/\n")).isEmpty();
	}

	@Test
	void aFileOfAModuleIsFoundWhereTheRepositoryHasIt() throws IOException {
		Path source = this.folder.resolve("shop/orders/src/main/java/com/acme/Orders.java");
		Files.createDirectories(source.getParent());
		Files.createFile(source);
		Path other = this.folder.resolve("target/copy/com/acme/Orders.java");
		Files.createDirectories(other.getParent());
		Files.createFile(other);
		assertThat(owners("/shop/orders/ @orders\n/src/ @core\n/target/ @nobody\n")).containsExactly("@orders");
	}

	@Test
	void gitlabsSectionsEachHaveTheirOwner() throws IOException {
		assertThat(owners("* @core\n[Orders][2] @orders\n*.java\n^[Docs] @writers\n*.md\n")).containsExactly("@core",
				"@orders");
	}

	@Test
	void whatIsNoLineHasNoOwner() throws IOException {
		Path file = Files.writeString(this.folder.resolve("CODEOWNERS"), "* @core\n");
		assertThat(CodeOwners.read(file).of("taskScheduler")).isEmpty();
		assertThat(CodeOwners.NONE.of(SITE)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "com.acme.Orders.place(Orders.java:42), com/acme/Orders.java",
			"com.acme.OrdersKt.place(Orders.kt:42), com/acme/Orders.kt",
			"app//com.acme.Orders$Inner.place(Unknown Source), com/acme/Orders.java",
			"java.base/java.util.Timer.run(Native Method), java/util/Timer.java", "Main.main(Main.java:3), Main.java" })
	void theSourceOfALineFollowsFromPackageAndFile(String site, String path) {
		assertThat(Code.of(site).path()).isEqualTo(path);
	}

	private List<String> owners(String text) throws IOException {
		Path github = Files.createDirectories(this.folder.resolve(".github"));
		return CodeOwners.read(Files.writeString(github.resolve("CODEOWNERS"), text)).of(SITE);
	}

}
