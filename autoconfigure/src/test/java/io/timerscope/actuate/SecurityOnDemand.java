package io.timerscope.actuate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps Spring Security, which is on the class path of all tests, out of those that do
 * not ask for it.
 */
final class SecurityOnDemand implements AutoConfigurationImportFilter, EnvironmentAware {

	static final String WANTED = "test.security";

	private boolean wanted;

	@Override
	public void setEnvironment(Environment environment) {
		this.wanted = environment.getProperty(WANTED, Boolean.class, false);
	}

	@Override
	public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
		boolean[] match = new boolean[names.length];
		for (int i = 0; i < names.length; i++) {
			String name = names[i];
			match[i] = this.wanted || name == null || !name.startsWith("org.springframework.boot.security.");
		}
		return match;
	}

}
