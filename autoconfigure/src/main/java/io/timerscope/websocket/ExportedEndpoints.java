package io.timerscope.websocket;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

import jakarta.websocket.server.ServerContainer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;

/**
 * Follows the sessions of the endpoints that Spring's exporter registers, on Tomcat and
 * on Jetty. The exporter talks to a view of the container, which registers each endpoint
 * with a configurator that follows its sessions; no bean changes its type.
 *
 * @since 0.1.0
 */
public final class ExportedEndpoints implements BeanPostProcessor {

	private final Supplier<EndpointSessions> sessions;

	/**
	 * Follows the endpoints of the context that it is a bean of.
	 * @param sessions knows the sessions; asked when there is an exporter
	 */
	public ExportedEndpoints(Supplier<EndpointSessions> sessions) {
		this.sessions = sessions;
	}

	/** The exporter knows its container, and has registered nothing. */
	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof ServerEndpointExporter exporter) {
			EndpointSessions sessions = this.sessions.get();
			sessions.ledger().guarded("follow the endpoints of a container", () -> {
				ServerContainer container = container(exporter);
				if (container != null) {
					follow(exporter, container, sessions);
				}
			});
		}
		return bean;
	}

	private static void follow(ServerEndpointExporter exporter, ServerContainer container, EndpointSessions sessions) {
		String server = container.getClass().getName();
		boolean jetty = server.startsWith("org.eclipse.jetty.");
		if (jetty || server.startsWith("org.apache.tomcat.")) {
			exporter.setServerContainer((ServerContainer) Proxy.newProxyInstance(ServerContainer.class.getClassLoader(),
					new Class<?>[] { ServerContainer.class }, new FollowedContainer(container, sessions, jetty)));
		}
		else {
			sessions.ledger()
				.attribution()
				.partial("what the session of an @ServerEndpoint schedules is not its own on this server; "
						+ "on Tomcat and Jetty it is");
		}
	}

	private static @Nullable ServerContainer container(ServerEndpointExporter exporter) {
		Method getter = ReflectionUtils.findMethod(exporter.getClass(), "getServerContainer");
		if (getter == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(getter);
		return (ServerContainer) ReflectionUtils.invokeMethod(getter, exporter);
	}

}
