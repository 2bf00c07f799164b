package io.timerscope.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.acme.lean.BareApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A question for a type looks at each definition of the application, which takes the
 * longer the more there are. A question for a name does not.
 */
class LooksAtAllDefinitionsTests {

	/** What an application may have made is asked for by its type. */
	private static final int FEW = 30;

	@Test
	void theStarterSeldomLooksAtAllDefinitions() {
		List<String> ours = looks("");
		looks(Arrays.stream(TimerscopeStartTests.ours()).map(Class::getName).collect(Collectors.joining(",")))
			.forEach(ours::remove);
		assertThat(ours).hasSizeLessThanOrEqualTo(FEW);
	}

	private static List<String> looks(String excluded) {
		CountingBeanFactory beans = new CountingBeanFactory();
		SpringApplication application = new SpringApplication(BareApplication.class);
		application.setApplicationContextFactory(
				ApplicationContextFactory.of(() -> new AnnotationConfigServletWebServerApplicationContext(beans)));
		application.setDefaultProperties(
				Map.of("server.port", "0", "spring.main.banner-mode", "off", "logging.level.root", "warn",
						"management.endpoints.web.exposure.include", "*", "spring.autoconfigure.exclude", excluded));
		try (ConfigurableApplicationContext context = application.run()) {
			assertThat(context.containsBean(TimerscopeAutoConfiguration.IS_ON)).isEqualTo(excluded.isEmpty());
			return new ArrayList<>(beans.looks());
		}
	}

}
