package io.timerscope.jfr;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.acme.finding.Jobs;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.finding.FindingBook;
import io.timerscope.ledger.Bench;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FlightRecorderNewsTests {

	@TempDir
	private Path directory = Path.of("");

	@Test
	void eachKindOfNewsIsAnEvent() throws Exception {
		Path file = this.directory.resolve("news.jfr");
		record(file);
		List<RecordedEvent> events = RecordingFile.readAllEvents(file);
		assertThat(events).extracting((event) -> event.getEventType().getName())
			.contains("io.timerscope.FindingRaised", "io.timerscope.FindingResolved", "io.timerscope.TaskLeaked",
					"io.timerscope.TaskDied", "io.timerscope.RunLate");
		assertThat(events).filteredOn((event) -> event.getEventType().getName().endsWith("FindingRaised"))
			.singleElement()
			.satisfies((event) -> {
				assertThat(event.getString("kind")).isEqualTo("outlived-bean");
				assertThat(event.getString("evidence")).contains("priceFeed");
				assertThat(event.getLong("count")).isEqualTo(1);
			});
		assertThat(events).filteredOn((event) -> event.getEventType().getName().endsWith("TaskDied"))
			.singleElement()
			.satisfies(
					(event) -> assertThat(event.getString("error")).isEqualTo("java.lang.IllegalStateException: boom"));
	}

	/** Makes news of every kind while the Flight Recorder listens. */
	static void record(Path file) throws IOException {
		try (Recording recording = new Recording(); Bench bench = new Bench()) {
			recording.start();
			FlightRecorderNews news = new FlightRecorderNews(Duration.ofSeconds(1));
			bench.ledger.addListener(news);
			FindingBook book = new FindingBook(bench.ledger);
			book.addListener(news);
			Jobs jobs = new Jobs(bench.executor);
			Owner bean = bench.during(OwnerKind.BEAN, "priceFeed", () -> jobs.inAnHour(FlightRecorderNewsTests::work));
			bench.endAndOutlive(bean);
			book.current();
			bench.ledger.cancel(1);
			book.current();
			jobs.atOnceAndEveryHour(() -> {
				bench.time.pass(Duration.ofSeconds(5));
				throw new IllegalStateException("boom");
			});
			await().until(() -> bench.totals().failed() == 1);
			CountDownLatch free = new CountDownLatch(1);
			for (int i = 0; i < bench.pool.getCorePoolSize(); i++) {
				bench.pool.submit(() -> free.await(10, TimeUnit.SECONDS));
			}
			bench.executor.schedule(FlightRecorderNewsTests::work, 0, TimeUnit.SECONDS);
			bench.time.pass(Duration.ofSeconds(5));
			free.countDown();
			await().until(() -> bench.totals().completed() == 1);
			bench.pool.shutdown();
			await().until(bench.pool::isTerminated);
			recording.stop();
			recording.dump(file);
		}
	}

	private static void work() {
	}

}
