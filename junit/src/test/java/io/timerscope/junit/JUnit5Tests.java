package io.timerscope.junit;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.acme.leaks.CartSamples;
import com.acme.leaks.LifecycleSamples;
import com.acme.leaks.RunSamples;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JUnit5Tests {

	@Test
	void theExtensionRunsOnJUnit5() throws Exception {
		String output = run(CartSamples.LeavesTask.class, CartSamples.OneOfThree.class, CartSamples.Clean.class,
				LifecycleSamples.Outside.class, LifecycleSamples.WithArguments.class, LifecycleSamples.PerClass.class);
		assertThat(output).contains("JUnit Jupiter SUCCESSFUL")
			.contains("CartSamples.LeavesTask.leaves() left 3 things behind")
			.contains("alsoClean() SUCCESSFUL")
			.contains("cancelsAndShutsDown() SUCCESSFUL")
			.contains("LifecycleSamples.Outside.Inside.leaves() left")
			.contains("LifecycleSamples.PerClass.leavesTask() left 1 thing behind")
			.doesNotContain("NoSuchMethod");
	}

	private static String run(Class<?>... samples) throws Exception {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", classPath(), RunSamples.class.getName()));
		for (Class<?> sample : samples) {
			command.add(sample.getName());
		}
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

	private static String classPath() throws Exception {
		List<String> classPath = new ArrayList<>();
		Collections.addAll(classPath, pathOf(TimerLeaks.class), pathOf(TaskLedger.class), pathOf(JUnit5Tests.class),
				pathOf(NullMarked.class));
		File[] jars = Path.of("target", "junit-5").toFile().listFiles();
		assertThat(jars).as("jars in target/junit-5").isNotEmpty();
		for (File jar : jars) {
			classPath.add(jar.getPath());
		}
		return String.join(File.pathSeparator, classPath);
	}

	private static String pathOf(Class<?> type) throws Exception {
		return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
	}

}
