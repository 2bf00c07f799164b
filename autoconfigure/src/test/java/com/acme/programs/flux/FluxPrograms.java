package com.acme.programs.flux;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;

/** An application of small programs on WebFlux. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
public class FluxPrograms {

	@Bean
	ThreadPoolTaskScheduler taskScheduler() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setPoolSize(4);
		return scheduler;
	}

	/** Spring would take another server's way wherever that is on the class path. */
	@Bean
	WebFluxConfigurer handshakes() {
		return new WebFluxConfigurer() {

			@Override
			public WebSocketService getWebSocketService() {
				return new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy());
			}

		};
	}

	@Bean(destroyMethod = "shutdownNow")
	ScheduledExecutorService jobs() {
		return Executors.newScheduledThreadPool(2);
	}

	@Bean(destroyMethod = "dispose")
	Scheduler reactor(ScheduledExecutorService jobs) {
		return Schedulers.fromExecutorService(jobs);
	}

}
