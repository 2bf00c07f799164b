package io.timerscope.autoconfigure;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.timerscope.actuate.TimersEndpoint;
import io.timerscope.actuate.TimersEndpointWebExtension;
import io.timerscope.actuate.TimersHealthIndicator;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jmx.JmxEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jmx.JmxAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

import static org.assertj.core.api.Assertions.assertThat;

class TimerscopeEndpointAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(TimerscopeAutoConfiguration.class, TimerscopeFindingsAutoConfiguration.class,
					TimerscopeEndpointAutoConfiguration.class, TimerscopeHealthAutoConfiguration.class,
					EndpointAutoConfiguration.class, HealthContributorAutoConfiguration.class));

	@Test
	void anExposedEndpointIsThere() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=timers")
			.run((context) -> assertThat(context).hasSingleBean(TimersEndpoint.class)
				.hasSingleBean(TimersEndpointWebExtension.class));
	}

	@Test
	void anEndpointThatNobodyExposesIsNotThere() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(TimersEndpoint.class));
	}

	@Test
	void anEndpointWithoutAccessIsNotThere() {
		this.runner
			.withPropertyValues("management.endpoints.web.exposure.include=*", "management.endpoint.timers.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(TimersEndpoint.class));
	}

	@Test
	void healthIsThereUnlessSwitchedOff() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(TimersHealthIndicator.class));
		this.runner.withPropertyValues("management.health.timers.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TimersHealthIndicator.class));
	}

	@Test
	void switchedOffNothingIsThere() {
		this.runner.withPropertyValues("timerscope.enabled=false", "management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(TaskLedger.class)
				.doesNotHaveBean(TimersEndpoint.class)
				.doesNotHaveBean(TimersHealthIndicator.class));
	}

	@Test
	void anApplicationWithoutActuatorStarts() {
		new ApplicationContextRunner().withUserConfiguration(Ours.class)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate",
					"org.springframework.boot.health", "com.fasterxml.jackson", "tools.jackson"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(TaskLedger.class)
				.doesNotHaveBean("timerscopeEndpoint")
				.doesNotHaveBean("timersHealthIndicator"));
	}

	@Test
	void theEndpointIsReadOverJmx() {
		this.runner
			.withConfiguration(AutoConfigurations.of(JmxAutoConfiguration.class, JmxEndpointAutoConfiguration.class))
			.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=timers",
					"management.endpoints.jmx.static-names=context=timersOverJmx")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(TimersEndpointWebExtension.class);
				MBeanServer server = ManagementFactory.getPlatformMBeanServer();
				ObjectName name = new ObjectName(
						"org.springframework.boot:type=Endpoint,name=Timers,context=timersOverJmx");
				String[] types = { "java.lang.String", "java.lang.String", "java.lang.String", "java.lang.String",
						"java.lang.String", "java.lang.String" };
				Object answer = server.invoke(name, "timers", new Object[] { "leaked", null, null, null, "5", null },
						types);
				assertThat(answer).asString().contains("status=ok").contains("limit=5");
			});
	}

	@Configuration(proxyBeanMethods = false)
	@Import(OursAsBootFindsThem.class)
	static class Ours {

	}

	/** Boot's own way to the auto-configurations, with the look at the classpath. */
	static final class OursAsBootFindsThem extends AutoConfigurationImportSelector {

		@Override
		protected List<String> getCandidateConfigurations(AnnotationMetadata metadata,
				@Nullable AnnotationAttributes attributes) {
			return super.getCandidateConfigurations(metadata, attributes).stream()
				.filter((name) -> name.startsWith(TimerscopeAutoConfiguration.class.getPackageName()))
				.toList();
		}

		@Override
		protected Class<?> getAnnotationClass() {
			return Import.class;
		}

		@Override
		protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
			return new AnnotationAttributes(EnableAutoConfiguration.class);
		}

		@Override
		protected Set<String> getExclusions(AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
			return Set.of();
		}

	}

}
