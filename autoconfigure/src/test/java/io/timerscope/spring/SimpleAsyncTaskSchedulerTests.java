package io.timerscope.spring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** The scheduler that Boot makes with virtual threads. */
class SimpleAsyncTaskSchedulerTests extends TaskSchedulerContract {

	@Override
	Class<?> configuration() {
		return Application.class;
	}

	@Override
	Class<?> type() {
		return SimpleAsyncTaskScheduler.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		SimpleAsyncTaskScheduler scheduler() {
			return new SimpleAsyncTaskScheduler();
		}

	}

}
