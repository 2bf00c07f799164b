package io.timerscope.sample.soak;

import java.util.stream.Stream;

import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock.InterceptMode;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * A second application beside the shop, on WebFlux and Reactor Netty. Not found by the
 * shop's own scan.
 */
@Configuration(proxyBeanMethods = false)
@Profile("kiosk")
@EnableAutoConfiguration
@EnableScheduling
@EnableSchedulerLock(defaultLockAtMostFor = "1m", interceptMode = InterceptMode.PROXY_METHOD)
@Import({ CarefulBoardController.class, LeakingBoardController.class, FindingsSeen.class, Locks.class,
		LockedJob.class })
class Kiosk {

	static ConfigurableApplicationContext open(String... options) {
		String[] all = Stream.concat(Stream.of(options), Stream.of("--spring.application.name=kiosk"))
			.toArray(String[]::new);
		return new SpringApplicationBuilder(Kiosk.class).web(WebApplicationType.REACTIVE)
			.profiles("kiosk")
			.properties("spring.autoconfigure.exclude="
					+ "org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration")
			.run(all);
	}

}
