package com.acme.programs;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** An application of small programs on Spring MVC. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@EnableWebSocket
public class ServletPrograms {

	@Bean
	ThreadPoolTaskScheduler taskScheduler() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setPoolSize(4);
		scheduler.setRemoveOnCancelPolicy(true);
		return scheduler;
	}

	@Bean(destroyMethod = "shutdownNow")
	ScheduledExecutorService jobs() {
		return Executors.newScheduledThreadPool(2);
	}

	/** Spring would take Jetty's way wherever Jetty is on the class path. */
	@Bean
	HandshakeHandler handshakes(@Value("${programs.jetty}") boolean jetty) {
		return new DefaultHandshakeHandler(
				jetty ? new JettyRequestUpgradeStrategy() : new StandardWebSocketUpgradeStrategy());
	}

}
