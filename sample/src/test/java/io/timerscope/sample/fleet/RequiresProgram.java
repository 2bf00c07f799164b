package io.timerscope.sample.fleet;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

/**
 * A test that needs programs. It is skipped where one is missing, except in CI, where it
 * then fails.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresProgram.OnPath.class)
@interface RequiresProgram {

	/** Their names, or a file's whole path. */
	String[] value();

	/** Looks for the program. */
	final class OnPath implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			return findAnnotation(context.getElement(), RequiresProgram.class).map((it) -> evaluate(it.value()))
				.orElseGet(() -> ConditionEvaluationResult.enabled("no program is needed"));
		}

		private static ConditionEvaluationResult evaluate(String... programs) {
			String missing = Arrays.stream(programs).filter((it) -> !exists(it)).collect(Collectors.joining(", "));
			if (missing.isEmpty() || "true".equals(System.getenv("CI"))) {
				return ConditionEvaluationResult.enabled("all programs are needed");
			}
			return ConditionEvaluationResult
				.disabled(missing + " is not here; .ci/run knows the Debian package that brings it");
		}

		private static boolean exists(String program) {
			return program.startsWith("/") ? Files.exists(Path.of(program))
					: Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
						.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
		}

	}

}
