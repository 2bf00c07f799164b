package io.timerscope.ledger;

import io.timerscope.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The line that made a pool, from the stack of its constructor. */
class MadeAtTests {

	private static final String FORKS = "java.util.concurrent.ForkJoinPool";

	private final Bench bench = new Bench(TaskLedger.builder());

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void theApplicationMadeThePoolThatItConstructs() {
		assertThat(madeAt(frame("java.util.concurrent.ThreadPoolExecutor", "<init>"),
				frame("java.util.concurrent.ScheduledThreadPoolExecutor", "<init>"), frame("com.acme.Jobs", "start"),
				frame(FORKS, "runWorker"))
			.toString()).isEqualTo("com.acme.Jobs.start(Jobs.java:7)");
	}

	/** Its class passes tasks on elsewhere, but not while it is being made. */
	@Test
	void theApplicationMadeTheForkJoinPoolThatItConstructs() {
		assertThat(madeAt(frame(FORKS, "<init>"), frame(FORKS, "<init>"), frame("com.acme.Jobs", "start")).toString())
			.isEqualTo("com.acme.Jobs.start(Jobs.java:7)");
	}

	@Test
	void whoRunsOnAPoolHasNotMadeWhatTheTaskMakes() {
		Site site = madeAt(frame(FORKS, "<init>"), frame("org.apache.kafka.Clients", "start"),
				frame(FORKS, "runWorker"), frame("com.acme.Jobs", "start"));
		assertThat(site.className()).isEqualTo("org.apache.kafka.Clients");
		assertThat(site.isLibrary()).isTrue();
	}

	@Test
	void whatTheJvmMadeForItselfHasNoLine() {
		assertThat(madeAt(frame(FORKS, "<init>"), frame(FORKS, "<clinit>")).isKnown()).isFalse();
	}

	private Site madeAt(StackTraceElement... stack) {
		return this.bench.ledger.madeAt(stack);
	}

	private static StackTraceElement frame(String type, String method) {
		return new StackTraceElement(type, method, type.substring(type.lastIndexOf('.') + 1) + ".java", 7);
	}

}
