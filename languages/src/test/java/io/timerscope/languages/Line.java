package io.timerscope.languages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;

import static org.assertj.core.api.Assertions.assertThat;

/** What the ledger says of the line that scheduled a task. */
record Line(String name, String site) {

	static Line ofYoungest(Application application) {
		List<TaskSnapshot> live = application.tasks(TaskQuery.States.LIVE);
		TaskSnapshot youngest = live.get(live.size() - 1);
		assertThat(youngest.site().isLibrary()).isFalse();
		return new Line(youngest.name(), youngest.site().toString());
	}

	/** The text that stands there. */
	String in(Path source) throws IOException {
		List<String> lines = Files.readAllLines(source);
		assertThat(number()).as(this.site).isBetween(1, lines.size());
		return lines.get(number() - 1);
	}

	int number() {
		return Integer.parseInt(this.site.replaceAll(".*:(\\d+)\\)", "$1"));
	}

}
