package com.acme.leaks;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.timerscope.junit.NoTimerLeaks;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/**
 * Tests that take turns with two contexts, so that Spring pauses the one that is not used
 * and starts it again. A paused context ends its task and its thread, and makes new ones.
 */
public final class PausedSamples {

	/** How often the ticker was started. */
	public static final AtomicInteger STARTS = new AtomicInteger();

	private PausedSamples() {
	}

	/** One context. */
	@Configuration(proxyBeanMethods = false)
	@Import(SpringSamples.Shop.class)
	public static class Ticking {

		@Bean
		Ticker ticker(ScheduledExecutorService pool) {
			return new Ticker(pool);
		}

	}

	/** The other. */
	@Configuration(proxyBeanMethods = false)
	@Import(SpringSamples.Shop.class)
	public static class Quiet {

	}

	/** Runs between start and stop, on the context's pool and on a thread of its own. */
	static final class Ticker implements SmartLifecycle {

		private final ScheduledExecutorService pool;

		private Future<?> tick;

		private ScheduledExecutorService own;

		Ticker(ScheduledExecutorService pool) {
			this.pool = pool;
		}

		@Override
		public void start() {
			STARTS.incrementAndGet();
			this.own = Executors.newSingleThreadScheduledExecutor();
			this.own.scheduleAtFixedRate(Ticker::nothing, 0, 1, TimeUnit.HOURS);
			this.tick = this.pool.scheduleAtFixedRate(Ticker::nothing, 1, 1, TimeUnit.HOURS);
		}

		@Override
		public void stop() {
			this.tick.cancel(false);
			this.own.shutdownNow();
			this.tick = null;
		}

		@Override
		public boolean isRunning() {
			return this.tick != null;
		}

		private static void nothing() {
		}

	}

	/** Uses the one. */
	@NoTimerLeaks
	@SpringJUnitConfig(Ticking.class)
	public static class First {

		@Test
		void first() {
		}

	}

	/** Uses the other. */
	@NoTimerLeaks
	@SpringJUnitConfig(Quiet.class)
	public static class Other {

		@Test
		void other() {
		}

	}

	/** Uses the one again, and leaves a task on it. */
	@NoTimerLeaks
	@SpringJUnitConfig(Ticking.class)
	@TestMethodOrder(MethodOrderer.MethodName.class)
	public static class Again {

		@Autowired
		private ScheduledExecutorService pool;

		@Test
		void again() {
		}

		@Test
		void leaves() {
			this.pool.scheduleAtFixedRate(Ticker::nothing, 30, 30, TimeUnit.SECONDS);
		}

		@Test
		void zIsClean() {
		}

	}

	/** The other once more, while what was left behind is in the paused one. */
	@NoTimerLeaks
	@SpringJUnitConfig(Quiet.class)
	public static class OtherAgain {

		@Test
		void otherAgain() {
		}

	}

	/** And the one with what was left behind. */
	@NoTimerLeaks
	@SpringJUnitConfig(Ticking.class)
	public static class Last {

		@Test
		void last() {
		}

	}

}
