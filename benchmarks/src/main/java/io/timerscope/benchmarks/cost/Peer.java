package io.timerscope.benchmarks.cost;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.codahale.metrics.InstrumentedScheduledExecutorService;
import com.codahale.metrics.MetricRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.internal.TimedScheduledExecutorService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** What a user can put around a pool, and the pool alone. */
public enum Peer {

	/** The pool alone. */
	BARE,

	/** Timerscope as the starter sets it up. */
	TIMERSCOPE,

	/** A pool that is no bean, with Timerscope's agent in the JVM. */
	AGENT,

	/** The tracker that everybody writes first. */
	NAIVE,

	/** Counts and timers, no record of a task. */
	MICROMETER,

	/** The same by Dropwizard. */
	DROPWIZARD;

	Around around(ScheduledExecutorService bare, String... settings) {
		return switch (this) {
			case BARE -> new Around(bare, bare::shutdownNow);
			case TIMERSCOPE -> {
				bare.shutdownNow();
				Application application = Application.start(settings);
				yield new Around(application.executor(), application);
			}
			case AGENT -> {
				bare.shutdownNow();
				Application application = Application.start(settings);
				ScheduledExecutorService pool = Application.pool();
				checkTracked(application, pool);
				yield new Around(pool, () -> {
					pool.shutdownNow();
					application.close();
				});
			}
			case NAIVE -> new Around(new NaiveTracker(bare), bare::shutdownNow);
			case MICROMETER -> new Around(
					new TimedScheduledExecutorService(new SimpleMeterRegistry(), bare, "bench", "", Tags.empty()),
					bare::shutdownNow);
			case DROPWIZARD ->
				new Around(new InstrumentedScheduledExecutorService(bare, new MetricRegistry()), bare::shutdownNow);
		};
	}

	/** A number of the bare pool would say that the agent costs nothing. */
	private static void checkTracked(Application application, ScheduledExecutorService pool) {
		boolean agent = ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.anyMatch((argument) -> argument.startsWith("-javaagent:"));
		Future<?> task = pool.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		long live = application.ledger().read().totals().live();
		task.cancel(false);
		if (agent && live == 0) {
			throw new IllegalStateException("the agent should track the pool, but its task is not in the ledger");
		}
	}

	/**
	 * A pool and what ends it.
	 *
	 * @param executor what tasks are given to
	 * @param end ends everything behind it
	 */
	record Around(ScheduledExecutorService executor, AutoCloseable end) {
	}

}
