package io.timerscope.sample.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The alert rules, checked by Prometheus' own tool.
 */
class AlertRulesTests {

	private static final Path OBSERVABILITY = Path.of("..", "observability");

	@Test
	@RequiresProgram("promtool")
	void theConfigurationIsValid() throws Exception {
		promtool("check", "config", "prometheus.yml");
	}

	@Test
	@RequiresProgram("promtool")
	void everyRuleRaisesAndResolvesAsItShould() throws Exception {
		promtool("test", "rules", "timerscope-alerts-tests.yml", "timerscope-lines-tests.yml");
	}

	@Test
	@RequiresProgram("amtool")
	void theRoutesAreValid() throws Exception {
		run("amtool", "check-config", "alertmanager.yml");
	}

	@Test
	@RequiresProgram("amtool")
	void aLineGoesToTheTeamThatOwnsItAndElseToEverybody() throws Exception {
		assertThat(run("amtool", "config", "routes", "test", "--config.file=alertmanager.yml", "team=orders"))
			.endsWith("orders\n");
		assertThat(run("amtool", "config", "routes", "test", "--config.file=alertmanager.yml", "team=nobody"))
			.endsWith("everybody\n");
	}

	@Test
	void everyRuleIsTested() throws IOException {
		String tests = Files.readString(OBSERVABILITY.resolve("timerscope-alerts-tests.yml"))
				+ Files.readString(OBSERVABILITY.resolve("timerscope-lines-tests.yml"));
		assertThat(found("- alert: (\\w+)")).isNotEmpty()
			.allSatisfy((alert) -> assertThat(tests).contains("alertname: " + alert));
	}

	@Test
	void everyRuleHasARunbook() throws IOException {
		List<String> alerts = found("- alert: (\\w+)");
		assertThat(found("runbook: docs/operating.md#(\\w+)"))
			.containsExactlyElementsOf(alerts.stream().map((alert) -> alert.toLowerCase(Locale.ROOT)).toList());
		assertThat(Files.readAllLines(Path.of("..", "docs", "operating.md")))
			.containsAll(alerts.stream().map((alert) -> "### " + alert).toList());
	}

	private static List<String> found(String pattern) throws IOException {
		return Pattern.compile(pattern)
			.matcher(Files.readString(OBSERVABILITY.resolve("timerscope-alerts.yml"))
					+ Files.readString(OBSERVABILITY.resolve("timerscope-lines.yml")))
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
	}

	private static void promtool(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("promtool"));
		command.addAll(List.of(arguments));
		run(command.toArray(String[]::new));
	}

	private static String run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).directory(OBSERVABILITY.toFile())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
