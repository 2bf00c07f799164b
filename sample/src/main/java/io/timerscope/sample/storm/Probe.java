package io.timerscope.sample.storm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Looks at the shop from outside: its heap by {@code jcmd}, which collects first and
 * works whether the starter is there or not, and its endpoint where there is one.
 */
final class Probe implements AutoCloseable {

	private static final Pattern TASKS = Pattern
		.compile(" (\\d+) +\\d+ +java\\.util\\.concurrent\\.ScheduledThreadPoolExecutor\\$ScheduledFutureTask ");

	private static final Pattern BYTES = Pattern.compile("Total +\\d+ +(\\d+)");

	private static final Pattern THREAD = Pattern.compile("(?m)^\".+\" #\\d+ ");

	private static final Pattern STATUS = Pattern.compile("\"status\":\"([a-z]+)\"");

	private static final Pattern TOTALS = Pattern.compile("\"totals\":\\{[^}]*?\"live\":(\\d+)[^}]*?\"leaked\":(\\d+)");

	private static final Pattern KIND = Pattern.compile("\"kind\":\"([a-z-]+)\",\"severity\"");

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final double MEGABYTE = 1 << 20;

	private final HttpClient http = HttpClient.newHttpClient();

	private final ShopProcess shop;

	private final boolean observed;

	private final Path questions;

	private final Path answers;

	Probe(ShopProcess shop, boolean observed) throws IOException {
		this.shop = shop;
		this.observed = observed;
		this.questions = Files.createTempFile("storm", ".jcmd");
		this.answers = Files.createTempFile("storm", ".txt");
		Files.writeString(this.questions, "GC.class_histogram\nThread.print\n");
	}

	Sample look(double seconds, Tally tally) throws IOException, InterruptedException {
		Sample.Load load = tally.take();
		String heap = jcmd();
		double bytes = number(BYTES, heap);
		double tasks = Double.isNaN(bytes) ? Double.NaN : Math.max(0, orZero(number(TASKS, heap)));
		return new Sample(seconds, tasks, bytes / MEGABYTE, threads(heap), load, this.observed ? timers() : null);
	}

	private String jcmd() throws IOException, InterruptedException {
		Process jcmd = new ProcessBuilder(ShopProcess.tool("jcmd"), Long.toString(this.shop.pid()), "-f",
				this.questions.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.answers.toFile())
			.start();
		if (!jcmd.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
			jcmd.destroyForcibly().waitFor();
		}
		return Files.readString(this.answers);
	}

	private static double number(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
	}

	private static double threads(String text) {
		long threads = THREAD.matcher(text).results().count();
		return (threads == 0) ? Double.NaN : threads;
	}

	private static double orZero(double value) {
		return Double.isNaN(value) ? 0 : value;
	}

	private Sample.@Nullable Timers timers() throws InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.shop.port() + "/actuator/timers?limit=1"))
			.header("Accept", "application/json")
			.timeout(TIMEOUT)
			.build();
		try {
			String body = this.http.send(request, BodyHandlers.ofString()).body();
			Matcher status = STATUS.matcher(body);
			Matcher totals = TOTALS.matcher(body);
			StringJoiner kinds = new StringJoiner(", ");
			KIND.matcher(body).results().map((kind) -> kind.group(1)).distinct().forEach(kinds::add);
			return (status.find() && totals.find()) ? new Sample.Timers(status.group(1),
					Long.parseLong(totals.group(1)), Long.parseLong(totals.group(2)), kinds.toString()) : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.questions);
		Files.deleteIfExists(this.answers);
	}

}
