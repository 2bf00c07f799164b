package io.timerscope.sample.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One query of a dashboard, as Grafana would send it with everything selected.
 *
 * @param title the panel's
 * @param query in PromQL
 */
record Panel(String title, String query) {

	static Stream<Panel> all(Path dashboard) throws IOException {
		return stream(JsonMapper.shared().readTree(Files.readString(dashboard)).get("panels"))
			.filter((panel) -> panel.has("targets"))
			.flatMap((panel) -> stream(panel.get("targets"))
				.map((target) -> new Panel(panel.get("title").asString(), filled(target.get("expr").asString()))));
	}

	private static String filled(String query) {
		return query.replace("$__rate_interval", "15s").replaceAll("\\$(job|instance|scheduler)", ".*");
	}

	private static Stream<JsonNode> stream(JsonNode nodes) {
		return StreamSupport.stream(nodes.spliterator(), false);
	}

}
