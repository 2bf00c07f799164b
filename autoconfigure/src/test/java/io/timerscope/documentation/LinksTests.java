package io.timerscope.documentation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Links within the project lead somewhere. */
class LinksTests {

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

	private static final Pattern HEADLINE = Pattern.compile("(?m)^#+ (.+)$");

	private static final Pattern NAMED = Pattern.compile("(?<![\\w/.-])docs/[\\w/-]+\\.(md|png|svg)(#[\\w-]+)?");

	@Test
	void everyLinkLeadsToAFileAndToAHeadlineInIt() throws Exception {
		List<String> broken = new ArrayList<>();
		int seen = 0;
		for (Path page : Pages.all()) {
			for (MatchResult link : LINK.matcher(Pages.withoutCode(Pages.read(page))).results().toList()) {
				if (!link.group(1).contains("://")) {
					seen++;
					check(page, link.group(1), broken);
				}
			}
		}
		assertThat(seen).isGreaterThan(100);
		assertThat(broken).isEmpty();
	}

	@Test
	void everyPageThatCodeConfigurationOrAScriptNamesIsThere() throws Exception {
		List<String> broken = new ArrayList<>();
		int seen = 0;
		for (String folder : List.of("observability", "sample", "benchmarks", "core/src", "autoconfigure/src/main",
				"junit/src/main", "error-prone/src/main", "fleet/src/main", "compatibility", ".ci", ".github")) {
			for (Path file : textFiles(Pages.ROOT.resolve(folder))) {
				for (MatchResult name : NAMED.matcher(Pages.read(file)).results().toList()) {
					seen++;
					check(Pages.ROOT.resolve("README.md"), name.group(), broken);
				}
			}
		}
		assertThat(seen).isGreaterThan(10);
		assertThat(broken).isEmpty();
	}

	@Test
	void everyPageIsInTheIndex() throws Exception {
		String index = Pages.read("docs/README.md");
		try (Stream<Path> docs = Files.list(Pages.ROOT.resolve("docs"))) {
			assertThat(docs.map((path) -> path.getFileName().toString())
				.filter((name) -> name.endsWith(".md") && !name.startsWith("README"))).isNotEmpty()
				.allSatisfy((name) -> assertThat(index).contains("](" + name + ")"));
		}
	}

	private static void check(Path page, String link, List<String> broken) {
		String[] parts = link.split("#", 2);
		Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
		if (!Files.exists(target)) {
			broken.add(Pages.ROOT.relativize(page) + " → " + link + ": no such file");
		}
		else if (parts.length > 1 && target.toString().endsWith(".md") && !anchors(target).contains(parts[1])) {
			broken.add(Pages.ROOT.relativize(page) + " → " + link + ": no such headline");
		}
	}

	/** As GitHub makes them. */
	private static Set<String> anchors(Path page) {
		Set<String> anchors = new TreeSet<>();
		HEADLINE.matcher(Pages.withoutCode(Pages.read(page)))
			.results()
			.map((headline) -> headline.group(1)
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N} _-]", "")
				.replace(' ', '-'))
			.forEach((anchor) -> {
				String unique = anchor;
				for (int again = 1; !anchors.add(unique); again++) {
					unique = anchor + "-" + again;
				}
			});
		return anchors;
	}

	private static List<Path> textFiles(Path folder) throws Exception {
		try (Stream<Path> files = Files.walk(folder)) {
			return files
				.filter((path) -> path.toString().matches(".*\\.(java|yml|alloy|sh|xml|json|js|html|properties)")
						|| path.getFileName().toString().equals("run"))
				.filter((path) -> !path.toString().contains("/target/"))
				.toList();
		}
	}

}
