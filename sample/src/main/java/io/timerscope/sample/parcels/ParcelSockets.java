package io.timerscope.sample.parcels;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/**
 * Where customers connect to. Nothing in here knows of Timerscope.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class ParcelSockets implements WebSocketConfigurer {

	private final LeakingParcelHandler leaking;

	private final CarefulParcelHandler careful;

	ParcelSockets(LeakingParcelHandler leaking, CarefulParcelHandler careful) {
		this.leaking = leaking;
		this.careful = careful;
	}

	@Override
	public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
		registry.addHandler(this.leaking, "/leaking/parcels").addHandler(this.careful, "/careful/parcels");
	}

}
