package com.acme.leaks;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.junit.NoTimerLeaks;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Tests with a Spring context that is cached between them. */
public final class SpringSamples {

	private SpringSamples() {
	}

	/** A shop with a pool in the ledger, a scheduler of Spring and a task of its own. */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	public static class Shop {

		@Bean
		TaskLedger ledger() {
			return TaskLedger.builder().build();
		}

		@Bean(destroyMethod = "shutdownNow")
		ScheduledExecutorService pool(TaskLedger ledger) {
			ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
			return new TrackedScheduledExecutorService(pool, ledger.schedulers()
				.track("pool", pool.getClass().getName(), SchedulerTraits.EXECUTOR, PoolView.of(pool)));
		}

		@Bean
		ThreadPoolTaskScheduler taskScheduler() {
			ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
			scheduler.setPoolSize(2);
			return scheduler;
		}

		@Scheduled(fixedRate = 1)
		void sweep() {
		}

		@Autowired
		void warmUp(ScheduledExecutorService pool) {
			pool.scheduleAtFixedRate(() -> {
			}, 1, 1, TimeUnit.HOURS);
		}

	}

	/** The context's own tasks and threads are nobody's leak. */
	@NoTimerLeaks
	@SpringJUnitConfig(Shop.class)
	public static class Clean {

		@Autowired
		private ThreadPoolTaskScheduler scheduler;

		@Test
		void usesTheContext() throws Exception {
			this.scheduler.submit(() -> {
			}).get();
		}

		@Test
		void startsNothing() {
		}

	}

	/** One test leaves a task on the context's pool. */
	@NoTimerLeaks
	@SpringJUnitConfig(Shop.class)
	@TestMethodOrder(MethodOrderer.MethodName.class)
	public static class LeavesTask {

		@Autowired
		private ScheduledExecutorService pool;

		@Test
		void aLeaves() {
			this.pool.scheduleAtFixedRate(() -> {
			}, 30, 30, TimeUnit.SECONDS);
		}

		@Test
		void bIsClean() {
		}

	}

	/** Each test has a context of its own. */
	@NoTimerLeaks
	@SpringJUnitConfig(Shop.class)
	@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
	public static class Dirty {

		@Test
		void one() {
		}

		@Test
		void two() {
		}

	}

	/** A scheduler that passes on something else than what it was given. */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	public static class WrappingShop {

		static final BlockingQueue<String> SWEEPS = new LinkedBlockingQueue<>();

		@Bean
		TaskLedger ledger() {
			return TaskLedger.builder().build();
		}

		@Bean(destroyMethod = "shutdownNow")
		ScheduledExecutorService pool(TaskLedger ledger) {
			ScheduledExecutorService pool = new ScheduledThreadPoolExecutor(1) {

				@Override
				public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
					return super.scheduleAtFixedRate(() -> task.run(), delay, period, unit);
				}

			};
			return new TrackedScheduledExecutorService(pool, ledger.schedulers()
				.track("pool", pool.getClass().getName(), SchedulerTraits.EXECUTOR, PoolView.of(pool)));
		}

		@Bean
		ThreadPoolTaskScheduler taskScheduler() {
			return new ThreadPoolTaskScheduler();
		}

		@Scheduled(cron = "* * * * * *")
		void sweep() {
			SWEEPS.add("swept");
		}

	}

	/** Tests beside a job of the context's that schedules its next run itself. */
	@NoTimerLeaks
	@SpringJUnitConfig(WrappingShop.class)
	@TestMethodOrder(MethodOrderer.MethodName.class)
	public static class Wrapping {

		@Autowired
		private ScheduledExecutorService pool;

		@Test
		void aWaitsUntilARunHasScheduledTheNext() throws InterruptedException {
			for (int i = 0; i < 2; i++) {
				if (WrappingShop.SWEEPS.poll(10, TimeUnit.SECONDS) == null) {
					throw new AssertionError("the job does not run");
				}
			}
		}

		@Test
		void bLeaves() {
			this.pool.scheduleAtFixedRate(() -> {
			}, 30, 30, TimeUnit.SECONDS);
		}

	}

	/** A thread that a test leaves is not taken for the context's by the next one. */
	@NoTimerLeaks
	@SpringJUnitConfig(Shop.class)
	@TestMethodOrder(MethodOrderer.MethodName.class)
	public static class LeavesTimerToItsClass {

		@Test
		void aLeavesTimer() {
			Leftovers.timer();
		}

		@Test
		void bStartsNothing() {
		}

		@AfterAll
		static void close() {
		}

	}

}
