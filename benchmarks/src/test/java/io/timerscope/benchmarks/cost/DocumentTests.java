package io.timerscope.benchmarks.cost;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DocumentTests {

	@Test
	void theTableOfAnotherJdkIsLeftAlone(@TempDir Path folder) throws Exception {
		Path path = folder.resolve("cost.md");
		String mark = "<!-- table: JDK " + Runtime.version().feature() + " -->\n";
		Files.writeString(path, "before\n" + mark + "old\n<!-- end -->\n<!-- table: JDK 8 -->\nkept\n<!-- end -->\n");
		new Document(path).write("table", "new");
		assertThat(path)
			.hasContent("before\n" + mark + "\nnew\n<!-- end -->\n<!-- table: JDK 8 -->\nkept\n<!-- end -->\n");
	}

	@Test
	void aDocumentWithoutAPlaceForTheTableIsRefused(@TempDir Path folder) throws Exception {
		Path path = Files.writeString(folder.resolve("cost.md"), "nothing");
		assertThatIllegalArgumentException().isThrownBy(() -> new Document(path).write("table", "new"))
			.withMessageContaining("should have a line '<!-- table: JDK");
	}

	@Test
	void whatHasNoPlaceInTheDocumentIsLeftOut(@TempDir Path folder) throws Exception {
		Path path = Files.writeString(folder.resolve("cost.md"), "nothing");
		assertThat(new Document(path).writeWhereMarked("in words", "new")).isFalse();
		assertThat(path).hasContent("nothing");
	}

}
