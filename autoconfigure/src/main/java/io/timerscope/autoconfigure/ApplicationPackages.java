package io.timerscope.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;

/** The packages that are the application's, as Spring Boot knows them. */
final class ApplicationPackages {

	private ApplicationPackages() {
	}

	/** Asked for when they are needed; none where nobody named any. */
	static Supplier<List<String>> of(BeanFactory beans) {
		return () -> AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of();
	}

}
