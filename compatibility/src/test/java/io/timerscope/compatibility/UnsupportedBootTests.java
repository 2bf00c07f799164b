package io.timerscope.compatibility;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The built jars in an application on a Spring Boot that is too old for them. */
@EnabledIfSystemProperty(named = "compatibility.document", matches = ".+",
		disabledReason = "a part of the whole matrix only")
class UnsupportedBootTests {

	private final ClassPaths classPaths = new ClassPaths();

	@ParameterizedTest
	@ValueSource(strings = { "3.4.13", "3.3.13", "2.7.18" })
	@EnabledForJreRange(max = JRE.JAVA_23) // as these do
	void theApplicationStartsUntouchedAndOneLineSaysWhatIsSupported(String boot) throws Exception {
		Path jdk = Path.of(System.getProperty("java.home"));
		for (Libraries libraries : List.of(Libraries.SERVLET, Libraries.NO_WEB)) {
			try (RunningApplication running = RunningApplication.start(boot + "-" + libraries, jdk,
					this.classPaths.of(boot, libraries), "com.acme.shop.ShopApplication",
					Application.TOMCAT.arguments())) {
				assertThat(running.output()).contains("shop: ready", "shop: ledger false", "shop: health false")
					.containsOnlyOnce("Timerscope is off: it was tested only with Spring Boot 3.5, 4.0, 4.1 and 4.2, "
							+ "and this is " + boot)
					.doesNotContain("\tat ", "Exception");
				if (libraries == Libraries.SERVLET) {
					assertThat(new Client(running).body("/orders/1")).isEqualTo("placed");
				}
				running.stop();
			}
		}
	}

}
