package com.acme.matrix.servlet;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import com.acme.matrix.Steady;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** All that has a request or a session on Spring MVC, each leaking and careful. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@EnableWebSocket
@EnableWebSocketMessageBroker
@ComponentScan
public class ServletMatrix implements WebSocketMessageBrokerConfigurer {

	private final DefaultHandshakeHandler handshakes;

	/** Spring would take Jetty's way wherever Jetty is on the class path. */
	public ServletMatrix(@Value("${programs.jetty}") boolean jetty) {
		this.handshakes = new DefaultHandshakeHandler(
				jetty ? new JettyRequestUpgradeStrategy() : new StandardWebSocketUpgradeStrategy());
	}

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
	TickingHandler leakingTicks() {
		return new TickingHandler(false);
	}

	@Bean
	TickingHandler carefulTicks() {
		return new TickingHandler(true);
	}

	@Bean
	WebSocketConfigurer handlers(TaskScheduler taskScheduler, TickingHandler leakingTicks,
			TickingHandler carefulTicks) {
		return (registry) -> {
			registry.addHandler(leakingTicks, "/leaking/ticks")
				.addHandler(carefulTicks, "/careful/ticks")
				.setHandshakeHandler(this.handshakes);
			registry.addHandler(new LeakingHandler(taskScheduler), "/leaking/handler")
				.addHandler(new CarefulHandler(taskScheduler), "/careful/handler")
				.setHandshakeHandler(this.handshakes);
			registry.addHandler(new LeakingSockJsHandler(taskScheduler), "/leaking/sockjs")
				.addHandler(new CarefulHandler(taskScheduler), "/careful/sockjs")
				.setHandshakeHandler(this.handshakes)
				.withSockJS();
		};
	}

	@Bean
	ServerEndpointExporter serverEndpointExporter() {
		return new ServerEndpointExporter();
	}

	@Override
	public void registerStompEndpoints(StompEndpointRegistry registry) {
		registry.setPreserveReceiveOrder(true);
		registry.addEndpoint("/stomp").setHandshakeHandler(this.handshakes);
	}

	@Override
	public void configureMessageBroker(MessageBrokerRegistry registry) {
		registry.enableSimpleBroker("/topic");
		registry.setApplicationDestinationPrefixes("/app");
	}

}
