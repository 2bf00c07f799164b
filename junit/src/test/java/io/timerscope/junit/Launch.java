package io.timerscope.junit;

import java.util.Map;
import java.util.TreeMap;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs sample classes through JUnit and keeps how each test ended. */
final class Launch {

	private final EngineExecutionResults results;

	private Launch(EngineExecutionResults results) {
		this.results = results;
	}

	static Launch of(Class<?>... types) {
		return of(Map.of(), types);
	}

	static Launch of(Map<String, String> parameters, Class<?>... types) {
		EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
			.configurationParameter(Settings.MAX_IGNORES, "1000")
			.configurationParameters(parameters);
		for (Class<?> type : types) {
			kit.selectors(DiscoverySelectors.selectClass(type));
		}
		return new Launch(kit.execute());
	}

	/** The outcome of each test, or of each class that failed, by its display name. */
	Map<String, String> outcomes() {
		Map<String, String> outcomes = new TreeMap<>();
		this.results.allEvents().finished().stream().forEach((event) -> {
			TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
			if (event.getTestDescriptor().isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
				outcomes.put(event.getTestDescriptor().getDisplayName(), result.getStatus().toString());
			}
		});
		return outcomes;
	}

	/** What the only failure threw. */
	Throwable failure() {
		return this.results.allEvents()
			.failed()
			.stream()
			.map((event) -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow())
			.reduce((one, other) -> {
				throw new AssertionError("one failure was expected, but there is another: " + other, one);
			})
			.orElseThrow(() -> new AssertionError("a failure was expected"));
	}

	TimerLeakError leakError() {
		return (TimerLeakError) failure();
	}

}
