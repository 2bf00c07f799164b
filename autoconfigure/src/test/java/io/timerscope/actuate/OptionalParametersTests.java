package io.timerscope.actuate;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.core.annotation.AnnotatedElementUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Boot 3.5 knows Spring's own annotation only, and takes the rest for required.
 */
class OptionalParametersTests {

	@ParameterizedTest
	@MethodSource("parameters")
	@SuppressWarnings("deprecation")
	void aParameterThatIsOptionalSaysSoToEverySpringBoot(Parameter parameter) {
		assertThat(parameter.isAnnotationPresent(org.springframework.lang.Nullable.class))
			.isEqualTo(parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
	}

	static Stream<Parameter> parameters() {
		return Stream.of(TimersEndpoint.class, TimersEndpointWebExtension.class)
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.filter(OptionalParametersTests::isOperation)
			.flatMap((method) -> Arrays.stream(method.getParameters()));
	}

	private static boolean isOperation(Method method) {
		return Stream.of(ReadOperation.class, WriteOperation.class, DeleteOperation.class)
			.anyMatch((operation) -> AnnotatedElementUtils.hasAnnotation(method, operation));
	}

}
