package io.timerscope.benchmarks.cost;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * A timeout on Spring's scheduler bean, scheduled and cancelled; the pool's thread sleeps
 * on an earlier one.
 */
@State(Scope.Benchmark)
public class ThroughSpring {

	@Param({ "BARE", "TIMERSCOPE" })
	public Peer peer = Peer.BARE;

	private static final int LIVE = 100_000;

	private final Instant start = Instant.now().plusSeconds(1000);

	private ThreadPoolTaskScheduler bare = Application.springScheduler();

	private TaskScheduler scheduler = this.bare;

	private AutoCloseable end = () -> {
	};

	@Setup
	public void start() {
		if (this.peer == Peer.TIMERSCOPE) {
			Application application = Application.start();
			this.scheduler = application.scheduler();
			this.end = application;
		}
		else {
			this.bare = Application.springScheduler();
			this.bare.initialize();
			this.scheduler = this.bare;
			this.end = this.bare::shutdown;
		}
		schedule(this.start.minusSeconds(500));
		for (int i = 0; i < LIVE; i++) {
			schedule(this.start.plusSeconds(10_000L + i));
		}
	}

	@TearDown
	public void end() throws Exception {
		this.end.close();
	}

	@Benchmark
	public boolean scheduleAndCancel() {
		return schedule(this.start).cancel(false);
	}

	private ScheduledFuture<?> schedule(Instant start) {
		return Objects.requireNonNull(this.scheduler.schedule(() -> {
		}, start));
	}

}
