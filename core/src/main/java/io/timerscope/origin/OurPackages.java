package io.timerscope.origin;

import java.util.Set;

/**
 * The packages of Timerscope itself, whose frames are never where a task was scheduled.
 * They are named one by one, since an application may well live below
 * {@code io.timerscope}, as the sample does.
 */
public final class OurPackages {

	private static final Set<String> NAMES = Set.of("io.timerscope", "io.timerscope.snapshot", "io.timerscope.origin",
			"io.timerscope.pool", "io.timerscope.clock", "io.timerscope.record", "io.timerscope.leak",
			"io.timerscope.survey", "io.timerscope.ledger", "io.timerscope.scope", "io.timerscope.finding",
			"io.timerscope.outside", "io.timerscope.guard", "io.timerscope.jfr", "io.timerscope.recent",
			"io.timerscope.spring", "io.timerscope.spring.bean", "io.timerscope.spring.finding",
			"io.timerscope.spring.held", "io.timerscope.spring.schedule", "io.timerscope.web", "io.timerscope.webflux",
			"io.timerscope.websocket", "io.timerscope.reactor", "io.timerscope.actuate", "io.timerscope.metrics",
			"io.timerscope.observation", "io.timerscope.autoconfigure", "io.timerscope.handmade",
			"io.timerscope.threads", "io.timerscope.agent", "io.timerscope.junit", "io.timerscope.junit.spring",
			"io.timerscope.junit.text", "io.timerscope.junit.thread");

	private OurPackages() {
	}

	/**
	 * Whether a package is one of them.
	 * @param packageName the name
	 * @return {@code true} for the package of a class of Timerscope's
	 */
	public static boolean contain(String packageName) {
		return NAMES.contains(packageName);
	}

	/**
	 * The packages.
	 * @return every package of the libraries, without those of tests and samples
	 */
	public static Set<String> names() {
		return NAMES;
	}

}
