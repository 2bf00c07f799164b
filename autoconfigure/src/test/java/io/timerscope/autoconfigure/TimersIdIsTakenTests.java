package io.timerscope.autoconfigure;

import io.timerscope.actuate.TimersEndpoint;
import io.timerscope.actuate.TimersEndpointWebExtension;
import io.timerscope.actuate.TimerscopeEndpoint;
import io.timerscope.actuate.TimerscopeEndpointWebExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.ExposableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class TimersIdIsTakenTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TimerscopeAutoConfiguration.class,
				TimerscopeFindingsAutoConfiguration.class, TimerscopeEndpointAutoConfiguration.class,
				EndpointAutoConfiguration.class, WebEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=*");

	@Test
	void anEndpointOfTheSameIdKeepsIt(CapturedOutput output) {
		this.runner.withUserConfiguration(Theirs.class).run((context) -> {
			assertThat(context).hasNotFailed()
				.hasSingleBean(TimerscopeEndpoint.class)
				.hasSingleBean(TimerscopeEndpointWebExtension.class);
			assertThat(context.getBean(WebEndpointsSupplier.class).getEndpoints())
				.extracting(ExposableEndpoint::getEndpointId)
				.containsExactlyInAnyOrder(EndpointId.of("timers"), EndpointId.of("timerscope"));
		});
		assertThat(output).containsOnlyOnce(
				"another endpoint has the id 'timers' (bean 'timersEndpoint', " + Theirs.Clock.class.getName() + ")");
	}

	@Test
	void anEndpointForTheWebOnlyCountsToo() {
		this.runner.withUserConfiguration(TheirsForTheWeb.class)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(TimerscopeEndpoint.class));
	}

	@Test
	void anEndpointOfAParentCountsToo() {
		new WebApplicationContextRunner().withUserConfiguration(Theirs.class)
			.run((parent) -> this.runner.withParent(parent).run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(TimerscopeEndpoint.class);
				assertThat(context.getBean(WebEndpointsSupplier.class).getEndpoints()).hasSize(2);
			}));
	}

	@Test
	void withoutOneTheUsualIdIsOurs(CapturedOutput output) {
		this.runner.run((context) -> assertThat(context).hasSingleBean(TimersEndpoint.class)
			.hasSingleBean(TimersEndpointWebExtension.class)
			.doesNotHaveBean(TimerscopeEndpoint.class));
		assertThat(output).doesNotContain("another endpoint has the id");
	}

	@Configuration(proxyBeanMethods = false)
	static class Theirs {

		@Bean
		Clock timersEndpoint() {
			return new Clock();
		}

		@Endpoint(id = "timers")
		static class Clock {

			@ReadOperation
			public String read() {
				return "theirs";
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TheirsForTheWeb {

		@Bean
		Clocks clocks() {
			return new Clocks();
		}

		@WebEndpoint(id = "timers")
		static class Clocks {

			@ReadOperation
			public String read() {
				return "theirs";
			}

		}

	}

}
