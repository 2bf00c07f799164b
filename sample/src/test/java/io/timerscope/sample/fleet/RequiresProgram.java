package io.timerscope.sample.fleet;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

/**
 * A test that needs a program. It is skipped where the program is missing, except in CI,
 * where it then fails.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresProgram.OnPath.class)
@interface RequiresProgram {

	/** Its name. */
	String value();

	/** Looks for the program. */
	final class OnPath implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			return findAnnotation(context.getElement(), RequiresProgram.class).map(RequiresProgram::value)
				.map(OnPath::evaluate)
				.orElseGet(() -> ConditionEvaluationResult.enabled("no program is needed"));
		}

		private static ConditionEvaluationResult evaluate(String program) {
			if (exists(program) || "true".equals(System.getenv("CI"))) {
				return ConditionEvaluationResult.enabled(program + " is needed");
			}
			return ConditionEvaluationResult
				.disabled(program + " is not on the path; .ci/run knows the Debian package that brings it");
		}

		private static boolean exists(String program) {
			return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
				.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
		}

	}

}
