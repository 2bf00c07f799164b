package io.timerscope.neighbours;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.management.ObjectName;

import io.github.resilience4j.springboot.micrometer.monitoring.endpoint.TimerEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** Resilience4j has an endpoint with the id {@code timers} too. */
@ExtendWith(OutputCaptureExtension.class)
class Resilience4jTests {

	private static final String JETTY = "org.springframework.boot.jetty.autoconfigure.actuate.web.server."
			+ "JettyServletManagementContextAutoConfiguration";

	private static final String WORD = "Timerscope: another endpoint has the id 'timers' (bean 'timerEndpoint', "
			+ "io.github.resilience4j.springboot.micrometer.monitoring.endpoint.TimerEndpoint), so that Timerscope's "
			+ "has the id 'timerscope'; add timerscope to management.endpoints.web.exposure.include";

	@Test
	void theApplicationStartsAndBothEndpointsAnswer(CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = start("management.endpoints.web.exposure.include=*")) {
			assertThat(get(context, "timers", "application/json").body()).contains("\"timers\":[]");
			assertThat(get(context, "timerscope", "application/json").body()).contains("\"status\":\"ok\"");
			assertThat(get(context, "timerscope", "text/html").body()).contains("<title>")
				.doesNotContain("actuator/timers");
			assertThat(get(context, "timerscope?format=text", "*/*").body()).contains("# live 0");
			assertThat(get(context, "timerscope/1", "*/*").statusCode()).isEqualTo(404);
			assertThat(get(context, "", "*/*").body()).contains("/actuator/timerscope\"")
				.contains("/actuator/timers\"");
		}
		assertThat(output).containsOnlyOnce(WORD);
	}

	@Test
	void theApplicationStartsWithTheFirstStepOfTheReadme(CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = start(
				"management.endpoints.web.exposure.include=health,timers")) {
			assertThat(get(context, "timers", "application/json").body()).contains("\"timers\":[]");
			assertThat(get(context, "timerscope", "application/json").statusCode()).isEqualTo(404);
		}
		assertThat(output).containsOnlyOnce(WORD);
	}

	@Test
	void theApplicationStartsBehindAManagementPort() throws Exception {
		try (ConfigurableApplicationContext context = start("management.endpoints.web.exposure.include=*",
				"management.server.port=0")) {
			assertThat(get(context, "timerscope", "application/json").body()).contains("\"status\":\"ok\"");
			assertThat(get(context, "timers", "application/json").body()).contains("\"timers\":[]");
		}
	}

	@Test
	void theEndpointOfTheOtherIdCancelsWhereItsOwnAccessAllowsIt() throws Exception {
		try (ConfigurableApplicationContext context = start("management.endpoints.web.exposure.include=*",
				"management.endpoint.timerscope.access=unrestricted")) {
			assertThat(get(context, "timerscope", "text/html").body()).contains("data-cancel=\"true\"");
		}
		try (ConfigurableApplicationContext context = start("management.endpoints.web.exposure.include=*",
				"management.endpoint.timers.access=unrestricted")) {
			assertThat(get(context, "timerscope", "text/html").body()).contains("data-cancel=\"false\"");
		}
	}

	@Test
	void bothAreThereOverJmx() throws Exception {
		try (ConfigurableApplicationContext context = start("management.endpoints.jmx.exposure.include=*",
				"spring.jmx.enabled=true")) {
			assertThat(context.getBeansOfType(TimerEndpoint.class)).hasSize(1);
			for (String name : List.of("Timers", "Timerscope")) {
				assertThat(ManagementFactory.getPlatformMBeanServer()
					.isRegistered(new ObjectName("org.springframework.boot:type=Endpoint,name=" + name))).isTrue();
			}
		}
	}

	@Test
	void whereResilience4jsIsOffOursHasItsUsualId(CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = start("management.endpoints.web.exposure.include=*",
				"spring.autoconfigure.exclude=" + JETTY + ",io.github.resilience4j.springboot.micrometer.autoconfigure."
						+ "TimerAutoConfiguration")) {
			assertThat(get(context, "timers", "application/json").body()).contains("\"status\":\"ok\"");
		}
		assertThat(output).doesNotContain("another endpoint has the id");
	}

	@Test
	void anApplicationThatIsNoWebApplicationStarts() {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("management.endpoints.web.exposure.include", "*"));
		try (ConfigurableApplicationContext context = application.run()) {
			assertThat(context.isActive()).isTrue();
		}
	}

	private static ConfigurableApplicationContext start(String... properties) {
		List<String> all = new ArrayList<>(
				List.of("server.port=0", "spring.main.banner-mode=off", "spring.autoconfigure.exclude=" + JETTY));
		all.addAll(Arrays.asList(properties));
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.properties(all.toArray(String[]::new))
			.run();
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, String path, String accept)
			throws Exception {
		String port = context.getEnvironment()
			.getProperty("local.management.port", context.getEnvironment().getProperty("local.server.port", ""));
		return HttpClient.newHttpClient()
			.send(HttpRequest
				.newBuilder(URI.create("http://localhost:" + port + "/actuator" + (path.isEmpty() ? "" : "/" + path)))
				.header("Accept", accept)
				.build(), HttpResponse.BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
