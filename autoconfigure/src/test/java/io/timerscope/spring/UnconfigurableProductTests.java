package io.timerscope.spring;

import java.util.concurrent.ScheduledExecutorService;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ScheduledExecutorFactoryBean;

/** What a factory bean makes and hides behind a class of the JDK's. */
class UnconfigurableProductTests extends ExecutorContract {

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
		ScheduledExecutorFactoryBean executor() {
			ScheduledExecutorFactoryBean factory = new ScheduledExecutorFactoryBean();
			factory.setExposeUnconfigurableExecutor(true);
			return factory;
		}

	}

}
