package io.timerscope.languages;

import java.util.ArrayList;
import java.util.List;

import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.TaskLedger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.TaskScheduler;

/** An application, and what its ledger says. */
final class Application implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	Application(WebApplicationType type, Class<?> source, String... properties) {
		this.context = new SpringApplicationBuilder(source).web(type)
			.properties("server.port=0", "spring.main.banner-mode=off", "logging.level.root=off")
			.properties(properties)
			.run();
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	TaskScheduler scheduler() {
		return bean(TaskScheduler.class);
	}

	String url(String path) {
		return "http://localhost:" + this.context.getEnvironment().getRequiredProperty("local.server.port") + path;
	}

	/** Oldest first. */
	List<TaskSnapshot> tasks(TaskQuery.States states) {
		TaskQuery query = new TaskQuery(states, null, null, null, null, 100, 0);
		return new ArrayList<>(bean(TaskLedger.class).read().snapshot(query).page().tasks());
	}

	@Override
	public void close() {
		this.context.close();
	}

}
