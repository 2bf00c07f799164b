package io.timerscope.sample.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the folder {@code observability} ships, for a test: it is looked every second, and
 * the minutes of the rules and routes become seconds.
 */
final class Observability {

	private static final Path SHIPPED = Path.of("..", "observability");

	private Observability() {
	}

	/** Copies Prometheus' configuration with its rules. */
	static Path copy(Path folder, int alertmanager, List<Integer> shops) throws IOException {
		for (String rules : List.of("timerscope-alerts.yml", "timerscope-lines.yml")) {
			Files.writeString(folder.resolve(rules), faster(Files.readString(SHIPPED.resolve(rules))));
		}
		String targets = shops.stream().map((port) -> "'127.0.0.1:" + port + "'").collect(Collectors.joining(", "));
		return Files.writeString(folder.resolve("prometheus.yml"),
				Files.readString(SHIPPED.resolve("prometheus.yml"))
					.replace("interval: 15s", "interval: 1s")
					.replace("'127.0.0.1:8080'", targets)
					.replace("127.0.0.1:9093", "127.0.0.1:" + alertmanager));
	}

	/** Copies Alertmanager's configuration. */
	static Path copyRoutes(Path folder, String pager) throws IOException {
		return Files.writeString(folder.resolve("alertmanager.yml"),
				faster(Files.readString(SHIPPED.resolve("alertmanager.yml")))
					.replace("group_wait: 30s", "group_wait: 1s")
					.replace("http://127.0.0.1:9099", pager));
	}

	private static String faster(String text) {
		return text.replaceAll("\\b(\\d+)m\\b", "$1s");
	}

}
