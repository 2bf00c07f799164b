package io.timerscope.autoconfigure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Switches Timerscope off on a Spring Boot that it was not tested with, before any of its
 * configurations is loaded, and says so in one line. Uses only what every Spring Boot
 * from 2.7 on has. A version that cannot be told counts as supported.
 * <p>
 * Leaves out what is for Spring Boot 3.5 alone on Spring Boot 4, which would read it to
 * learn that: it is compiled by itself, and its conditions are not in the index that the
 * others have.
 */
final class SupportedBootFilter implements AutoConfigurationImportFilter, EnvironmentAware {

	static final List<String> SUPPORTED = List.of("3.5", "4.0", "4.1", "4.2");

	static final String ON_NEWER = "timerscope.on-newer-spring-boot";

	private static final Log LOG = LogFactory.getLog(SupportedBootFilter.class);

	private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\b.*");

	private static final String OURS = "io.timerscope.";

	private static final String OF_BOOT_3 = "io.timerscope.autoconfigure.TimerscopeBoot3HealthAutoConfiguration";

	private final @Nullable String version;

	private @Nullable Environment environment;

	private boolean said;

	/** For Spring Boot, which makes it. */
	SupportedBootFilter() {
		this(SpringBootVersion.getVersion());
	}

	SupportedBootFilter(@Nullable String version) {
		this.version = version;
	}

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
		boolean supported = isSupported();
		boolean isFour = number(this.version) >= number("4.0");
		boolean[] matches = new boolean[configurations.length];
		for (int i = 0; i < matches.length; i++) {
			String name = configurations[i];
			boolean ours = name != null && name.startsWith(OURS);
			matches[i] = !ours || (supported && !(isFour && OF_BOOT_3.equals(name)));
			if (ours && !supported) {
				sayOnce();
			}
		}
		return matches;
	}

	private boolean isSupported() {
		int number = number(this.version);
		boolean newer = number > number(SUPPORTED.get(SUPPORTED.size() - 1));
		return number < 0 || SUPPORTED.stream().anyMatch((line) -> number(line) == number)
				|| (newer && property(ON_NEWER, false));
	}

	private void sayOnce() {
		if (!this.said && property("timerscope.enabled", true)) {
			boolean newer = number(this.version) > number(SUPPORTED.get(SUPPORTED.size() - 1));
			LOG.warn("Timerscope is off: it was tested only with Spring Boot "
					+ String.join(", ", SUPPORTED.subList(0, SUPPORTED.size() - 1)) + " and "
					+ SUPPORTED.get(SUPPORTED.size() - 1) + ", and this is " + this.version
					+ (newer ? "; set " + ON_NEWER + "=true to use it all the same" : ""));
		}
		this.said = true;
	}

	private boolean property(String name, boolean otherwise) {
		String value = (this.environment == null) ? null : this.environment.getProperty(name);
		return (value == null) ? otherwise : Boolean.parseBoolean(value);
	}

	/** Major and minor version as one number, or less than zero if it cannot be told. */
	private static int number(@Nullable String version) {
		Matcher matcher = VERSION.matcher((version == null) ? "" : version);
		return matcher.matches() ? Integer.parseInt(matcher.group(1)) * 10_000 + Integer.parseInt(matcher.group(2))
				: -1;
	}

}
