package io.timerscope.spring;

import com.acme.schedulers.ContainerExecutor;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application server lends. */
class ManagedExecutorTests extends ExecutorContract {

	@Override
	Class<?> configuration() {
		return Application.class;
	}

	@Override
	Class<?> injectedAs() {
		return ManagedScheduledExecutorService.class;
	}

	@Override
	Class<?> listedAs() {
		return ManagedScheduledExecutorService.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		ManagedScheduledExecutorService executor() {
			return ContainerExecutor.create();
		}

	}

}
