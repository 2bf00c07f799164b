package io.timerscope.spring;

import com.acme.schedulers.OwnPool;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A pool of the application's own class. */
class ScheduledThreadPoolSubclassTests extends ExecutorContract {

	@Override
	Class<?> configuration() {
		return Application.class;
	}

	@Override
	Class<?> injectedAs() {
		return OwnPool.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		OwnPool executor() {
			return new OwnPool(1);
		}

	}

}
