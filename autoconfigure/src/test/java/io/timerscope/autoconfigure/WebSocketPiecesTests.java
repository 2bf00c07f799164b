package io.timerscope.autoconfigure;

import java.util.List;

import com.acme.endpoints.EndpointApplication;
import com.acme.lean.BareApplication;
import io.timerscope.scope.SessionLookup;
import io.timerscope.websocket.EndpointSessions;
import io.timerscope.websocket.ExportedEndpoints;
import io.timerscope.websocket.RegisteredHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What follows sessions is there where there is something to follow. */
class WebSocketPiecesTests {

	@Test
	void sessionsOfEndpointsAreABeanOnceAnExporterIsThere() {
		try (ConfigurableApplicationContext context = start(BareApplication.class)) {
			assertThat(context.getBeansOfType(ExportedEndpoints.class)).hasSize(1);
			assertThat(context.getBeansOfType(EndpointSessions.class)).isEmpty();
		}
		try (ConfigurableApplicationContext context = start(EndpointApplication.class)) {
			assertThat(context.getBeansOfType(EndpointSessions.class)).containsOnlyKeys("timerscopeEndpointSessions");
			assertThat(context.getBeansOfType(SessionLookup.class)).containsKey("timerscopeEndpointSessions");
		}
	}

	@Test
	void withoutSessionsNobodyLooksForHandlersAndEndpoints() {
		try (ConfigurableApplicationContext context = start(EndpointApplication.class,
				"timerscope.sessions.enabled=false")) {
			for (Class<?> piece : List.of(RegisteredHandlers.class, ExportedEndpoints.class, EndpointSessions.class)) {
				assertThat(context.getBeansOfType(piece)).isEmpty();
			}
		}
	}

	private static ConfigurableApplicationContext start(Class<?> application, String... properties) {
		return new SpringApplicationBuilder(application).properties(properties).properties("server.port=0").run();
	}

}
