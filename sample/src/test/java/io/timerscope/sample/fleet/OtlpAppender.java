package io.timerscope.sample.fleet;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;

/** Not found by scanning, so that only a test that names it has it. */
final class OtlpAppender {

	@Bean
	InitializingBean openTelemetryAppender(OpenTelemetry openTelemetry) {
		return () -> OpenTelemetryAppender.install(openTelemetry);
	}

}
