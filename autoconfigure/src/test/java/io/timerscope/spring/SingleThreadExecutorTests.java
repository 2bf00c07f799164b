package io.timerscope.spring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The JDK's executor of a class that nobody can name. */
class SingleThreadExecutorTests extends ExecutorContract {

	@Override
	Class<?> configuration() {
		return Application.class;
	}

	@Override
	Class<?> injectedAs() {
		return ScheduledExecutorService.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		ScheduledExecutorService executor() {
			return Executors.newSingleThreadScheduledExecutor();
		}

	}

}
