package io.timerscope.programs;

import java.lang.ref.WeakReference;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import io.timerscope.TickListener;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.TimerFindingEvent;
import reactor.core.scheduler.Schedulers;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Programs on a real server, somebody who uses them, and what Timerscope says of them.
 */
final class ProgramServer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final Visitor visitor;

	private final Queue<TimerFindingEvent> events = new ConcurrentLinkedQueue<>();

	ProgramServer(Container container, List<Class<?>> programs, String... properties) {
		this(container.type(), container.others(),
				Stream.concat(Stream.of(container.application()), programs.stream()).toList(),
				Stream.concat(Stream.of("programs.jetty=" + (container == Container.JETTY)), Stream.of(properties))
					.toList());
	}

	ProgramServer(WebApplicationType type, List<String> otherServers, List<Class<?>> sources, List<String> properties) {
		Schedulers.shutdownNow(); // those of other tests, which knew no Timerscope
		List<String> all = new ArrayList<>(List.of("server.port=0", "spring.main.banner-mode=off",
				"logging.level.root=off", "spring.autoconfigure.exclude=" + String.join(",", otherServers),
				"timerscope.requests.grace=100ms", "timerscope.sessions.grace=100ms", "timerscope.beans.grace=100ms",
				"management.endpoints.web.exposure.include=timers", "management.endpoint.timers.access=unrestricted"));
		all.addAll(properties);
		ApplicationListener<TimerFindingEvent> listener = this.events::add;
		this.context = new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).web(type)
			.properties(all.toArray(String[]::new))
			.listeners(listener)
			.run();
		this.visitor = new Visitor(
				this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	Visitor visitor() {
		return this.visitor;
	}

	/** What the clock does, by hand. */
	void tick() {
		TaskLedger ledger = this.context.getBean(TaskLedger.class);
		ledger.tick();
		this.context.getBeanProvider(TickListener.class).orderedStream().forEach(TickListener::tick);
	}

	long trackingErrors() {
		return this.context.getBean(TaskLedger.class).trackingErrors();
	}

	/** What was raised with a severity that wakes somebody, and is about leaks. */
	Stream<String> accusations() {
		return this.events.stream()
			.filter((event) -> event.getFinding().severity().label().equals("leak"))
			.map(TimerFindingEvent::toString);
	}

	String status() {
		return JsonPath.read(timers("limit=1"), "$.status");
	}

	int leaked() {
		return JsonPath.read(timers("limit=1"), "$.totals.leaked");
	}

	List<Map<String, Object>> findings(String severity) {
		return JsonPath.read(timers("limit=1"), "$.findings[?(@.severity == '" + severity + "')]");
	}

	List<Map<String, Object>> tasks(String state, String site) {
		return JsonPath.read(
				timers("limit=1000&state=" + state + "&site=" + URLEncoder.encode(site, StandardCharsets.UTF_8)),
				"$.tasks");
	}

	int count(String state, String site) {
		return tasks(state, site).size();
	}

	/** For the message of a test that fails. */
	String pastOf(Program program) {
		return trackingErrors() + " tracking errors, ended: " + tasks("ended", program.site());
	}

	void cancel(Map<String, Object> task) {
		int status = this.visitor.call("DELETE", "/actuator/timers/" + task.get("id")).statusCode();
		if (status != 204) {
			throw new IllegalStateException("cannot cancel " + task + ": " + status);
		}
	}

	/** What is to be let go. */
	List<WeakReference<Object>> references() {
		return List.of(new WeakReference<>(this.context), new WeakReference<>(this.context.getBean(TaskLedger.class)));
	}

	private String timers(String query) {
		return this.visitor.call("GET", "/actuator/timers?" + query).body();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
