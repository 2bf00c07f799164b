package io.timerscope.spring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;

/** A scheduler over an executor of its own, which the application ends. */
class ConcurrentTaskSchedulerTests extends TaskSchedulerContract {

	@Override
	Class<?> configuration() {
		return Application.class;
	}

	@Override
	Class<?> type() {
		return ConcurrentTaskScheduler.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class Application implements DisposableBean {

		private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);

		@Bean
		ConcurrentTaskScheduler scheduler() {
			return new ConcurrentTaskScheduler(this.pool);
		}

		@Override
		public void destroy() {
			this.pool.shutdownNow();
		}

	}

}
