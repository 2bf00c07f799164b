package io.timerscope.compatibility;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A scheduler of the application's own class, which is tracked by a generated subclass.
 */
@Tag("long")
class OwnSchedulerTests {

	private final ClassPaths classPaths = new ClassPaths();

	@ParameterizedTest
	@MethodSource("boots")
	void isTrackedOnEverySpringBoot(String boot) throws Exception {
		try (RunningApplication running = RunningApplication.start(boot + "-OWN_SCHEDULER", BuildSettings.jdks().get(0),
				this.classPaths.of(boot, Libraries.SERVLET), "com.acme.own.OwnSchedulerApplication",
				Application.TOMCAT.arguments())) {
			Client client = new Client(running);
			for (Behaviour behaviour : List.of(Behaviour.WRAPPING, Behaviour.OWNERS, Behaviour.LISTENABLE)) {
				behaviour.check(client);
			}
		}
	}

	static Stream<String> boots() {
		return BuildSettings.boots().stream().filter((boot) -> Libraries.on(boot).contains(Libraries.SERVLET));
	}

}
