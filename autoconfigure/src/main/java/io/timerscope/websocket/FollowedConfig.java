package io.timerscope.websocket;

import java.util.List;
import java.util.Map;

import jakarta.websocket.Decoder;
import jakarta.websocket.Encoder;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * A configuration with another class and another configurator: ours for the container,
 * the application's own for the application.
 */
final class FollowedConfig implements ServerEndpointConfig {

	private final ServerEndpointConfig config;

	private final Class<?> endpointClass;

	private final Configurator configurator;

	FollowedConfig(ServerEndpointConfig config, Class<?> endpointClass, Configurator configurator) {
		this.config = config;
		this.endpointClass = endpointClass;
		this.configurator = configurator;
	}

	@Override
	public Class<?> getEndpointClass() {
		return this.endpointClass;
	}

	@Override
	public Configurator getConfigurator() {
		return this.configurator;
	}

	@Override
	public String getPath() {
		return this.config.getPath();
	}

	@Override
	public List<String> getSubprotocols() {
		return this.config.getSubprotocols();
	}

	@Override
	public List<Extension> getExtensions() {
		return this.config.getExtensions();
	}

	@Override
	public List<Class<? extends Encoder>> getEncoders() {
		return this.config.getEncoders();
	}

	@Override
	public List<Class<? extends Decoder>> getDecoders() {
		return this.config.getDecoders();
	}

	@Override
	public Map<String, Object> getUserProperties() {
		return this.config.getUserProperties();
	}

}
