package io.timerscope.sample.storm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Lets the storm loose on the shop, one scene after the other, and writes down what it
 * saw. {@code sample/storm.sh} starts it.
 */
public final class Storm {

	private static final double NANOS_PER_SECOND = 1_000_000_000;

	private final Weather weather;

	private final List<String> launch;

	private final PrintStream out;

	Storm(Weather weather, List<String> launch, PrintStream out) {
		this.weather = weather;
		this.launch = launch;
		this.out = out;
	}

	/**
	 * Runs all scenes and writes {@code storm.md} and {@code images/storm.svg}.
	 * @param args the shop's jar, the directory to write to, and optionally connections,
	 * orders per second, seconds per scene and megabytes of heap
	 * @throws IOException if the shop cannot be started or the report not be written
	 * @throws InterruptedException if somebody wants it to end
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		int[] numbers = { 3_000, 600, 70, 160 };
		for (int i = 2; i < args.length; i++) {
			numbers[i - 2] = Integer.parseInt(args[i]);
		}
		Weather weather = new Weather(numbers[0], numbers[1], Duration.ofSeconds(numbers[2]), Duration.ofSeconds(5),
				numbers[3]);
		List<Course> courses = new Storm(weather, List.of("-jar", args[0]), System.out).run(List.of(Scene.values()));
		Verdict verdict = Verdict.of(courses);
		new Report(weather, courses, verdict).write(Path.of(args[1]));
		verdict.lines().forEach(System.out::println);
		if (!verdict.holds()) {
			System.exit(1);
		}
	}

	List<Course> run(List<Scene> scenes) throws IOException, InterruptedException {
		List<Course> courses = new ArrayList<>();
		for (Scene scene : scenes) {
			courses.add(run(scene));
		}
		return courses;
	}

	private Course run(Scene scene) throws IOException, InterruptedException {
		this.out.println(scene.title() + ": starting the shop");
		List<Sample> samples = new ArrayList<>();
		Tally tally = new Tally();
		try (ShopProcess shop = new ShopProcess(this.launch, scene, this.weather);
				Probe probe = new Probe(shop, scene.isObserved())) {
			follow(scene, shop.port(), probe, tally, samples);
		}
		return new Course(scene, samples);
	}

	private void follow(Scene scene, int port, Probe probe, Tally tally, List<Sample> samples)
			throws IOException, InterruptedException {
		long length = this.weather.length().toNanos();
		long look = this.weather.look().toNanos();
		Crowd crowd = Crowd.gather(this.weather, port, scene, tally);
		try {
			long began = System.nanoTime();
			for (long now = 0; now - now % look + look <= length;) {
				TimeUnit.NANOSECONDS.sleep(look - now % look);
				now = System.nanoTime() - began;
				Sample sample = probe.look(now / NANOS_PER_SECOND, tally);
				samples.add(sample);
				tell(scene, sample);
			}
		}
		finally {
			crowd.disperse();
		}
	}

	private void tell(Scene scene, Sample sample) {
		Sample.Load load = sample.load();
		Sample.Timers timers = sample.timers();
		this.out.println(String.format(Locale.ROOT,
				"%s, %3.0f s: %,d orders, %,d refused, %,d failed, %,d in flight; %,.0f tasks, %.0f MB, %.0f threads, "
						+ "median %.0f ms, 99 %% within %.0f ms%s",
				scene.title(), sample.seconds(), load.placed(), load.refused(), load.failed(), load.inFlight(),
				sample.tasks(), sample.heapMegabytes(), sample.threads(), load.median(), load.slowest(),
				(timers == null) ? "" : "; " + timers.status() + " " + timers.findings()));
	}

}
