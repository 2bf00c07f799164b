package io.timerscope.sample.soak;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Rooms where customers chat, over WebSocket. */
@Configuration(proxyBeanMethods = false)
@Profile("soak")
@EnableWebSocket
class Rooms implements WebSocketConfigurer {

	private final CarefulRoom carefulRoom;

	private final LeakingRoom leakingRoom;

	Rooms(CarefulRoom carefulRoom, LeakingRoom leakingRoom) {
		this.carefulRoom = carefulRoom;
		this.leakingRoom = leakingRoom;
	}

	@Override
	public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
		registry.addHandler(this.carefulRoom, "/careful/room");
		registry.addHandler(this.leakingRoom, "/leaking/room");
	}

}
