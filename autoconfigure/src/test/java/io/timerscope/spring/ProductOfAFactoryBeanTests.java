package io.timerscope.spring;

import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ScheduledExecutorFactoryBean;

/** What a factory bean of Spring's makes. */
class ProductOfAFactoryBeanTests extends ExecutorContract {

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
		ScheduledExecutorFactoryBean executor() {
			return new ScheduledExecutorFactoryBean();
		}

	}

}
