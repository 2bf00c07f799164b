package io.timerscope.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code docs/architecture.md} says of the core is so. */
class ArchitecturePageTests {

	private static final String BASE = "io.timerscope.";

	private String page = "";

	@BeforeEach
	void readsThePage() throws IOException {
		this.page = Files.readString(Path.of("..", "docs", "architecture.md"));
	}

	@Test
	void thePictureShowsThePackagesThatUseEachOther() {
		Set<String> drawn = Pattern.compile("^ +(\\w+) --> (\\w+)$", Pattern.MULTILINE)
			.matcher(this.page)
			.results()
			.map((arrow) -> arrow.group(1) + " uses " + arrow.group(2))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(drawn).isEqualTo(uses());
	}

	@Test
	void theTableNamesEveryPackage() {
		Set<String> named = Pattern.compile("^\\| `([\\w.]+)` \\|", Pattern.MULTILINE)
			.matcher(this.page)
			.results()
			.map((row) -> row.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> packages = OurClasses.CORE.stream()
			.map(JavaClass::getPackageName)
			.map((name) -> name.replace(BASE, ""))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(named).isEqualTo(packages);
	}

	@Test
	void everyTypeThatThePageNamesExists() throws IOException {
		Set<String> types = OurClasses.ALL.stream()
			.map(JavaClass::getSimpleName)
			.collect(Collectors.toCollection(HashSet::new));
		for (String module : List.of("core", "autoconfigure")) {
			try (Stream<Path> tests = Files.walk(Path.of("..", module, "src", "test", "java"))) {
				tests.forEach((file) -> types.add(file.getFileName().toString().replace(".java", "")));
			}
		}
		Set<String> named = Pattern.compile("`([A-Z]\\w+)`")
			.matcher(this.page)
			.results()
			.map((type) -> type.group(1))
			.filter((name) -> !name.endsWith("Tests"))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(named).isNotEmpty().isSubsetOf(types);
	}

	/** What a newcomer opens to follow one task from its call to its end. */
	@Test
	void theRoadOfOneTaskHasAtMostThirtyTypes() {
		assertThat(road()).contains("TaskTracker", "RunRecorder", "LedgerWriter").hasSizeLessThanOrEqualTo(30);
	}

	@Test
	void eachTypeOnTheRoadIsUsedByOneBefore() {
		Map<String, JavaClass> types = OurClasses.ALL.stream()
			.filter((type) -> !type.isNestedClass())
			.collect(Collectors.toMap(JavaClass::getSimpleName, (type) -> type, (one, other) -> one));
		Set<String> used = new HashSet<>();
		for (String name : road()) {
			assertThat(used.isEmpty() || used.contains(name)).as("%s is used by a type before it", name).isTrue();
			uses(types.get(name), used);
		}
	}

	/** The types in the order of the page; those of its first table only. */
	private Set<String> road() {
		String road = this.page.substring(this.page.indexOf("| Step |"), this.page.indexOf("Other calls leave"));
		return Pattern.compile("`([A-Z]\\w+)(?:\\.\\w+)?`")
			.matcher(road)
			.results()
			.map((type) -> type.group(1))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** A nested type is in its outer type's file. */
	private static void uses(JavaClass type, Set<String> used) {
		String file = type.getName();
		type.getPackage()
			.getClasses()
			.stream()
			.filter((it) -> it.equals(type) || it.getName().startsWith(file + "$"))
			.flatMap((it) -> it.getDirectDependenciesFromSelf().stream())
			.forEach((dependency) -> used.add(dependency.getTargetClass().getSimpleName()));
	}

	private static Set<String> uses() {
		Set<String> uses = new TreeSet<>();
		for (JavaClass type : OurClasses.CORE) {
			type.getDirectDependenciesFromSelf().forEach((dependency) -> {
				String from = room(type);
				String to = room(dependency.getTargetClass());
				if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
					uses.add(from + " uses " + to);
				}
			});
		}
		return uses;
	}

	private static String room(JavaClass type) {
		String name = type.getPackageName();
		return name.startsWith(BASE) ? name.substring(BASE.length()) : "";
	}

}
