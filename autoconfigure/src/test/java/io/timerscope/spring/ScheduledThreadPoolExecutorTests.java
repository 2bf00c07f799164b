package io.timerscope.spring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The JDK's pool, by a subclass written by hand. */
class ScheduledThreadPoolExecutorTests extends ExecutorContract {

	@Override
	Class<?> configuration() {
		return Application.class;
	}

	@Override
	Class<?> injectedAs() {
		return ScheduledThreadPoolExecutor.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		ScheduledExecutorService executor() {
			return Executors.newScheduledThreadPool(2);
		}

	}

	@Test
	void theQueueKnowsTheFuture() {
		ScheduledThreadPoolExecutor pool = (ScheduledThreadPoolExecutor) executor();
		ScheduledFuture<?> future = pool.schedule(() -> {
		}, 100, TimeUnit.SECONDS);
		assertThat(pool.getQueue().contains(future)).isTrue();
		assertThat(pool.remove((Runnable) future)).isTrue();
		assertThat(pool.getQueue()).isEmpty();
	}

	@Test
	void whatIsRemovedOnCancelIsRemoved() {
		ScheduledThreadPoolExecutor pool = (ScheduledThreadPoolExecutor) executor();
		pool.setRemoveOnCancelPolicy(true);
		pool.schedule(() -> {
		}, 100, TimeUnit.SECONDS).cancel(false);
		assertThat(pool.getQueue()).isEmpty();
		pool.setRemoveOnCancelPolicy(false);
		pool.schedule(() -> {
		}, 100, TimeUnit.SECONDS).cancel(false);
		assertThat(pool.getQueue()).hasSize(1);
		pool.purge();
		assertThat(pool.getQueue()).isEmpty();
	}

	@Test
	void gettersAnswerForTheRealPool() {
		ScheduledThreadPoolExecutor pool = (ScheduledThreadPoolExecutor) executor();
		assertThat(pool.getCorePoolSize()).isEqualTo(2);
		pool.prestartAllCoreThreads();
		assertThat(pool.getPoolSize()).isEqualTo(2);
		await().untilAsserted(() -> assertThat(pool).hasToString(bare().toString()));
	}

}
