package com.acme.matrix.flux;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import com.acme.matrix.Steady;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.JettyRequestUpgradeStrategy;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.reactive.socket.server.upgrade.StandardWebSocketUpgradeStrategy;

/** All that has a request or a session on WebFlux, each leaking and careful. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@ComponentScan
public class FluxMatrix {

	@Bean
	ThreadPoolTaskScheduler taskScheduler() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setPoolSize(4);
		scheduler.setRemoveOnCancelPolicy(true);
		return scheduler;
	}

	@Bean(destroyMethod = "shutdownNow")
	ScheduledExecutorService pool() {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		pool.setRemoveOnCancelPolicy(true);
		return pool;
	}

	@Bean
	Steady steady(ScheduledExecutorService pool) {
		return new Steady(pool);
	}

	@Bean
	TickingSocket leakingTicks() {
		return new TickingSocket(false);
	}

	@Bean
	TickingSocket carefulTicks() {
		return new TickingSocket(true);
	}

	/** Spring would take another server's way wherever that is on the class path. */
	@Bean
	WebFluxConfigurer upgrades(@Value("${matrix.server}") String server) {
		return new WebFluxConfigurer() {

			@Override
			public WebSocketService getWebSocketService() {
				return new HandshakeWebSocketService(switch (server) {
					case "FLUX_TOMCAT" -> new StandardWebSocketUpgradeStrategy();
					case "FLUX_JETTY" -> new JettyRequestUpgradeStrategy();
					default -> new ReactorNettyRequestUpgradeStrategy();
				});
			}

		};
	}

}
