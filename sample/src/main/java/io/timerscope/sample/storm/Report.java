package io.timerscope.sample.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Puts the storm on paper: a page with a table, and the curves next to it. */
final class Report {

	private final Weather weather;

	private final List<Course> courses;

	private final Verdict verdict;

	Report(Weather weather, List<Course> courses, Verdict verdict) {
		this.weather = weather;
		this.courses = courses;
		this.verdict = verdict;
	}

	void write(Path directory) throws IOException {
		Path images = Files.createDirectories(directory.resolve("images"));
		Files.writeString(images.resolve("storm.svg"), new Chart(this.weather, this.courses).draw());
		Files.writeString(directory.resolve("storm.md"), page());
	}

	private String page() {
		return """
				# The storm

				The [sample shop](../sample) under many customers at once, in four versions. Each customer keeps a connection
				open, places an order, pays it, and comes back. The shop reminds of an order once a second until it is paid;
				the leaking version forgets to end that. This page is written by `sample/storm.sh`.

				![Tasks, heap, response times and threads over time](images/storm.svg)

				%s%s

				## How it was measured

				* The same jar, started anew for each version with `-Xmx%dm`, and%s
				* %,d connections, %,d orders a second, each with %,d characters and a payment after it, for %d seconds;
				  at first a third of that, until all have come. A customer who has no answer after %d seconds gives up and comes back with a new connection. One who still
				  waits when it is time for the next order does not place that one.
				* Tasks and heap are what `jcmd GC.class_histogram` counts, every %d seconds: the pool's queue entries, and all
				  bytes that are in use after the collection that it makes. Response times contain the pauses of these
				  collections. Tasks that were cancelled stay in the queue until they are due, so that a second's worth of
				  orders is held where they are cancelled.
				* Refused orders are answered with 503 by the sample, which turns the scheduler's exception into one.
				* %s.

				```
				sample/storm.sh%s
				```
				"""
			.formatted(table(),
					this.verdict.lines().stream().map((line) -> "\n* " + line).collect(Collectors.joining()),
					this.weather.heapMegabytes(),
					this.courses.stream()
						.map(Course::scene)
						.filter((scene) -> !scene.options().isEmpty())
						.map((scene) -> "\n  * " + scene.title() + ": " + code(scene.options()))
						.collect(Collectors.joining()),
					this.weather.connections(), this.weather.ordersPerSecond(), Weather.CUSTOMER,
					this.weather.length().toSeconds(), Weather.PATIENCE.toSeconds(), this.weather.look().toSeconds(),
					Machine.describe(), arguments());
	}

	private static String code(List<String> options) {
		return options.stream().map((option) -> "`" + option + "`").collect(Collectors.joining(" "));
	}

	private String arguments() {
		return String.format(Locale.ROOT, " %d %d %d %d", this.weather.connections(), this.weather.ordersPerSecond(),
				this.weather.length().toSeconds(), this.weather.heapMegabytes());
	}

	private String table() {
		return row("", (course) -> course.scene().title()) + "|---|" + "---:|".repeat(this.courses.size()) + "\n"
				+ row("orders placed", (course) -> count(course.last().load().placed()))
				+ row("orders refused (503)", (course) -> count(course.last().load().refused()))
				+ row("requests failed or given up", (course) -> count(course.last().load().failed()))
				+ row("tasks held, at the end", (course) -> number(course.last(Sample::tasks)))
				+ row("tasks held, most", (course) -> number(course.max(Sample::tasks)))
				+ row("heap after a collection, MB", (course) -> range(course, Sample::heapMegabytes))
				+ row("threads", (course) -> range(course, Sample::threads))
				+ row("most requests in flight", (course) -> number(course.max((it) -> it.load().inFlight())))
				+ row("median response, ms", (course) -> range(course, (it) -> it.load().median()))
				+ row("99 % of responses within, ms", (course) -> range(course, (it) -> it.load().slowest()))
				+ row("`/actuator/timers`, at the end", Report::timers);
	}

	private String row(String name, Function<Course, String> cell) {
		return "| " + name + " | " + this.courses.stream().map(cell).collect(Collectors.joining(" | ")) + " |\n";
	}

	private static String timers(Course course) {
		return course.samples()
			.stream()
			.map(Sample::timers)
			.filter((timers) -> timers != null)
			.reduce((before, timers) -> timers)
			.map((timers) -> timers.status() + ", " + count(timers.live()) + " live, " + count(timers.leaked())
					+ " leaked" + (timers.findings().isEmpty() ? "" : "; " + timers.findings()))
			.orElse("not there");
	}

	private static String range(Course course, ToDoubleFunction<Sample> value) {
		return number(course.first(value)) + " → " + number(course.last(value));
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "–" : count(Math.round(value));
	}

	private static String count(long value) {
		return String.format(Locale.ROOT, "%,d", value);
	}

}
