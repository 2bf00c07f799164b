package io.timerscope.spring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import com.acme.schedulers.FinalExecutor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A final class behind an interface, by a proxy of all interfaces. */
class FinalExecutorTests extends ExecutorContract {

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
			return new FinalExecutor(Executors.newScheduledThreadPool(1));
		}

	}

}
