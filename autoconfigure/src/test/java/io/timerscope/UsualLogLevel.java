package io.timerscope;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Begins each test class with the log level of an application that sets none, since the
 * levels that an application sets outlive it in its JVM.
 */
public final class UsualLogLevel implements BeforeAllCallback {

	@Override
	public void beforeAll(ExtensionContext context) {
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
	}

}
