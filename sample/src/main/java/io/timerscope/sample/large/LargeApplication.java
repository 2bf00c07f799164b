package io.timerscope.sample.large;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Two hundred services and twenty schedulers. Switched on by the profile {@code large}.
 */
@Configuration(proxyBeanMethods = false)
@Profile("large")
class LargeApplication {

	private static final int SERVICES = 200;

	private static final int SCHEDULERS = 20;

	@Bean
	static BeanDefinitionRegistryPostProcessor largeApplicationBeans() {
		return LargeApplication::register;
	}

	private static void register(BeanDefinitionRegistry registry) {
		for (int i = 0; i < SCHEDULERS; i++) {
			registry.registerBeanDefinition("scheduler" + i,
					BeanDefinitionBuilder.rootBeanDefinition(ThreadPoolTaskScheduler.class)
						.applyCustomizers((definition) -> definition.setAutowireCandidate(false))
						.getBeanDefinition());
		}
		for (int i = 0; i < SERVICES; i++) {
			registry.registerBeanDefinition("service" + i,
					BeanDefinitionBuilder.rootBeanDefinition(Service.class)
						.addConstructorArgReference("scheduler" + i % SCHEDULERS)
						.getBeanDefinition());
		}
	}

	/** A service that may schedule, and does not while it starts. */
	static class Service {

		private final TaskScheduler scheduler;

		Service(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		TaskScheduler scheduler() {
			return this.scheduler;
		}

	}

}
