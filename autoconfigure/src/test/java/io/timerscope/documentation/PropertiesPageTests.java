package io.timerscope.documentation;

import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.timerscope.autoconfigure.TimerscopeProperties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

import static org.assertj.core.api.Assertions.assertThat;

/** What the pages say of properties is what the metadata says, which IDEs show. */
class PropertiesPageTests {

	private static final Pattern NAME = Pattern.compile("(?<![\\w./-])timerscope(\\.[a-z][a-z-]*)+");

	/**
	 * Names that begin alike and are no properties: loggers, packages, files, fields of
	 * log records, labels.
	 */
	private static final Set<String> OTHERS = Set.of("timerscope.event", "timerscope.kind", "timerscope.severity",
			"timerscope.site", "timerscope.fingerprint", "timerscope.scheduler", "timerscope.count", "timerscope.since",
			"timerscope.run", "timerscope.run.active");

	private static final Map<String, Property> PROPERTIES = new TreeMap<>();

	@BeforeAll
	static void readsTheMetadata() throws Exception {
		try (InputStream in = TimerscopeProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			JsonMapper.shared()
				.readTree(in)
				.get("properties")
				.forEach((it) -> PROPERTIES.put(it.get("name").asString(), Property.of(it)));
		}
		try (InputStream in = TimerscopeProperties.class
			.getResourceAsStream("/META-INF/additional-spring-configuration-metadata.json")) {
			JsonMapper.shared()
				.readTree(in)
				.get("properties")
				.forEach((it) -> PROPERTIES.put(it.get("name").asString(), Property.of(it)));
		}
	}

	@Test
	void theTableIsThatOfTheMetadata() throws Exception {
		String table = PROPERTIES.values().stream().map(Property::row).collect(Collectors.joining("\n"));
		Path copy = Files.writeString(Path.of("target", "properties-table.md"), table + "\n");
		assertThat(Pages.read("docs/properties.md")).as("the table in docs/properties.md; the right one is in " + copy)
			.contains("|---|---|---|---|\n" + table + "\n\n");
	}

	@Test
	void theTableOfRulesHasEachKeyOfARule() {
		Set<String> keys = Stream.of(TimerscopeProperties.Rule.class.getRecordComponents())
			.map(RecordComponent::getName)
			.map((name) -> "`" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "`")
			.collect(Collectors.toSet());
		assertThat(Pages.rows(Pages.section(Pages.read("docs/properties.md"), "## Rules"))
			.stream()
			.map((row) -> row.get(0))
			.collect(Collectors.toSet())).isEqualTo(keys);
	}

	@Test
	void aDescriptionIsASentenceAfterTheRulesOfSpringBoot() {
		assertThat(PROPERTIES.values()).hasSizeGreaterThan(40)
			.allSatisfy((property) -> assertThat(property.description()).as(property.name())
				.matches("(?s)[A-Z].*\\.")
				.doesNotStartWith("The ")
				.doesNotStartWith("A "));
		assertThat(PROPERTIES.values().stream().filter((it) -> it.type().equals("boolean")))
			.allSatisfy((property) -> assertThat(property.description()).as(property.name()).startsWith("Whether "));
	}

	@Test
	void theDefaultsInTheReadmeAreThoseOfTheMetadata() {
		List<String> checked = new ArrayList<>();
		for (String readme : List.of("README.md", "README.zh-CN.md")) {
			for (List<String> row : Pages.rows(Pages.read(readme))) {
				String name = row.get(0).replace("`", "");
				if (PROPERTIES.containsKey(name)) {
					checked.add(name);
					assertThat(row.get(1)).as(name + " in " + readme).isEqualTo(PROPERTIES.get(name).shownDefault());
				}
			}
		}
		assertThat(checked).hasSizeGreaterThan(8);
	}

	@Test
	void everyPropertyThatAPageNamesExists() throws Exception {
		Set<String> known = new TreeSet<>(OTHERS);
		known.addAll(meters());
		PROPERTIES.keySet().forEach(known::add);
		List<String> unknown = new ArrayList<>();
		for (Path page : Pages.all()) {
			NAME.matcher(Pages.read(page)).results().forEach((match) -> {
				String name = match.group();
				boolean good = name.startsWith("timerscope.junit.") || name.startsWith("timerscope.rules")
						|| known.contains(name) || known.stream().anyMatch((it) -> it.startsWith(name + "."));
				if (!good && !name.matches(".*\\.(jar|html|md|json|yml)")) {
					unknown.add(Pages.ROOT.relativize(page) + ": " + name);
				}
			});
		}
		assertThat(unknown).isEmpty();
	}

	private static Set<String> meters() {
		return Pages.rows(Pages.section(Pages.read("docs/operating.md"), "## Meters"))
			.stream()
			.map((row) -> row.get(0).replace("`", ""))
			.collect(Collectors.toSet());
	}

	private record Property(String name, String type, String shownDefault, String description) {

		static Property of(JsonNode json) {
			String name = json.get("name").asString();
			String type = json.path("type").asString("");
			JsonNode value = json.get("defaultValue");
			String shown = (value == null || value.isArray()) ? "–" : "`" + value.asString().replace("_", "-") + "`";
			return new Property(ConfigurationPropertyName.of(name).toString(), simple(type), shown,
					json.path("description").asString(""));
		}

		private static String simple(String type) {
			return switch (type.replaceAll("<.*", "")) {
				case "java.lang.Boolean" -> "boolean";
				case "java.lang.Integer", "java.lang.Double" -> "number";
				case "java.time.Duration" -> "duration";
				case "java.util.List", "java.util.Set" -> type.contains("Rule") ? "[rules](#rules)" : "list";
				default -> "word";
			};
		}

		String row() {
			return "| `%s` | %s | %s | %s |".formatted(this.name, this.type, this.shownDefault,
					this.description.replace("\n", " ").replaceAll("'([^' ]+)'", "`$1`"));
		}

	}

}
