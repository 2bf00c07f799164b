package io.timerscope.sample.soak;

import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.autoconfigure.TimerscopeFindingsAutoConfiguration;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A context below the shop's. Not found by the shop's own scan. */
@Configuration(proxyBeanMethods = false)
@Profile("tenant-of-a-soak")
@ImportAutoConfiguration({ TimerscopeAutoConfiguration.class, TimerscopeFindingsAutoConfiguration.class })
class Tenant {

	static void addScheduler(AnnotationConfigApplicationContext context, String name) {
		context.getEnvironment().addActiveProfile("tenant-of-a-soak");
		context.registerBean(name, ThreadPoolTaskScheduler.class);
	}

}
