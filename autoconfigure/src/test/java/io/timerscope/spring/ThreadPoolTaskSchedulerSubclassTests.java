package io.timerscope.spring;

import com.acme.schedulers.GreetingScheduler;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A scheduler of the application's own class. */
class ThreadPoolTaskSchedulerSubclassTests extends TaskSchedulerContract {

	@Override
	Class<?> configuration() {
		return Application.class;
	}

	@Override
	Class<?> type() {
		return GreetingScheduler.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		GreetingScheduler scheduler() {
			return new GreetingScheduler("hello");
		}

	}

}
