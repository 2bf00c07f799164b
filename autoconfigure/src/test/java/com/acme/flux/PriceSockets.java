package com.acme.flux;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;

import io.timerscope.scope.TaskScopes;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.fixture.PlatformHandler;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.JettyRequestUpgradeStrategy;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.reactive.socket.server.upgrade.StandardWebSocketUpgradeStrategy;

/** WebSocket handlers on WebFlux, mapped as its reference says. */
@Configuration(proxyBeanMethods = false)
public class PriceSockets {

	private static final Duration LONG = Duration.ofHours(1);

	@Bean
	HandlerMapping priceSocketMapping(TaskScheduler taskScheduler, TaskScopes scopes) {
		return new SimpleUrlHandlerMapping(Map.of("/sockets/leaky", leaky(taskScheduler), "/sockets/careful",
				careful(taskScheduler), "/sockets/scoped", scoped(scopes), "/sockets/message", message(taskScheduler),
				"/sockets/closing", closing(taskScheduler)), -1);
	}

	@Bean
	RouterFunction<ServerResponse> platformRoute(TaskScheduler taskScheduler) {
		return RouterFunctions.route(RequestPredicates.GET("/platform"), new PlatformHandler(taskScheduler, () -> {
		}));
	}

	@Bean
	PassingFilter passingFilter() {
		return new PassingFilter();
	}

	/** Spring would take Tomcat's way wherever Tomcat is on the class path. */
	@Bean
	WebFluxConfigurer upgrades(@Value("${price.server:NETTY}") String server) {
		return new WebFluxConfigurer() {

			@Override
			public WebSocketService getWebSocketService() {
				return new HandshakeWebSocketService(switch (server) {
					case "TOMCAT" -> new StandardWebSocketUpgradeStrategy();
					case "JETTY" -> new JettyRequestUpgradeStrategy();
					default -> new ReactorNettyRequestUpgradeStrategy();
				});
			}

		};
	}

	@SuppressWarnings("PeriodicTaskHandleDiscarded") // the leak
	private static WebSocketHandler leaky(TaskScheduler scheduler) {
		return (session) -> {
			scheduler.scheduleAtFixedRate(() -> {
			}, Instant.now().plus(LONG), LONG);
			return session.receive().then();
		};
	}

	private static WebSocketHandler careful(TaskScheduler scheduler) {
		return (session) -> {
			ScheduledFuture<?> heartbeat = scheduler.scheduleAtFixedRate(() -> {
			}, Instant.now().plus(LONG), LONG);
			return session.receive().doFinally((signal) -> heartbeat.cancel(false)).then();
		};
	}

	private static WebSocketHandler scoped(TaskScopes scopes) {
		return (session) -> {
			scopes.session(session).every(LONG, () -> {
			});
			return session.receive().then();
		};
	}

	private static WebSocketHandler message(TaskScheduler scheduler) {
		return (session) -> session.receive().doOnNext((message) -> scheduler.schedule(() -> {
		}, Instant.now().plus(LONG))).then();
	}

	private static WebSocketHandler closing(TaskScheduler scheduler) {
		return (session) -> {
			session.closeStatus().subscribe((status) -> scheduler.schedule(() -> {
			}, Instant.now().plus(LONG)));
			return session.receive().then();
		};
	}

}
