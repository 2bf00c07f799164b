package io.timerscope.spring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The scheduler that Boot makes. */
class ThreadPoolTaskSchedulerTests extends TaskSchedulerContract {

	@Override
	Class<?> configuration() {
		return Application.class;
	}

	@Override
	Class<?> type() {
		return ThreadPoolTaskScheduler.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		ThreadPoolTaskScheduler scheduler() {
			return new ThreadPoolTaskScheduler();
		}

	}

}
