package com.acme.endpoints;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;
import org.springframework.web.socket.server.standard.ServerEndpointRegistration;

/** Endpoints of Jakarta WebSocket, exported as the reference says. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@Import({ Heartbeats.class, LeakyEndpoint.class, CarefulEndpoint.class, RoomEndpoint.class, FinalEndpoint.class })
public class EndpointApplication {

	@Bean
	ThreadPoolTaskScheduler taskScheduler() {
		return new ThreadPoolTaskScheduler();
	}

	@Bean
	ServerEndpointExporter serverEndpointExporter() {
		return new ServerEndpointExporter();
	}

	@Bean
	ServerEndpointRegistration programmatic(Heartbeats heartbeats) {
		return new ServerEndpointRegistration("/endpoints/programmatic", new ProgrammaticEndpoint(heartbeats));
	}

}
