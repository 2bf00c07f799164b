package io.timerscope.spring;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;

class SchedulerHintsTests {

	@ParameterizedTest
	@CsvSource({ "org.springframework.scheduling.config.Task$OutcomeTrackingRunnable, runnable",
			"org.springframework.scheduling.support.DelegatingErrorHandlingRunnable, delegate" })
	void aFieldInWhichSpringKeepsATaskIsReadInANativeImageToo(String type, String field) throws Exception {
		RuntimeHints hints = new RuntimeHints();
		new SchedulerHints().registerHints(hints, null);
		assertThat(RuntimeHintsPredicates.reflection().onFieldAccess(type, field)).accepts(hints);
	}

}
