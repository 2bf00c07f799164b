package io.timerscope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tells the application's classes from the JDK's, from libraries' and from ours.
 */
final class ApplicationFrames {

	private static final List<String> PLATFORM = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.",
			"org.springframework.");

	private static final List<String> LIBRARIES = List.of("jakarta.", "kotlin.", "kotlinx.", "scala.", "groovy.",
			"org.codehaus.groovy.", "org.apache.groovy.", "org.apache.catalina.", "org.apache.coyote.",
			"org.apache.tomcat.", "org.eclipse.jetty.", "io.undertow.", "io.netty.", "reactor.", "io.micrometer.",
			"io.opentelemetry.", "org.reactivestreams.", "org.aspectj.", "net.bytebuddy.", "com.google.common.",
			"com.fasterxml.jackson.", "tools.jackson.", "org.hibernate.", "com.zaxxer.hikari.", "org.junit.",
			"org.mockito.");

	/**
	 * Exact packages, since applications may well live below ours, as the sample does.
	 */
	private static final List<String> OURS = List.of("io.timerscope", "io.timerscope.scope", "io.timerscope.finding",
			"io.timerscope.guard", "io.timerscope.jfr", "io.timerscope.spring", "io.timerscope.web",
			"io.timerscope.webflux", "io.timerscope.websocket", "io.timerscope.actuate", "io.timerscope.metrics",
			"io.timerscope.autoconfigure", "io.timerscope.junit", "io.timerscope.junit.agent");

	private static final List<String> GENERATED = List.of("$$SpringCGLIB$$", "$$EnhancerBy", "$$FastClassBy",
			"$HibernateProxy$", "$MockitoMock$", "$Proxy");

	/** Scripts and generated classes can be any number. */
	private static final int LIMIT = 10_000;

	private final List<String> libraries;

	private final ClassMap<Rank> ranks = new ClassMap<>(LIMIT);

	ApplicationFrames(Collection<String> furtherLibraries) {
		List<String> libraries = new ArrayList<>(LIBRARIES);
		for (String library : furtherLibraries) {
			libraries.add(library.endsWith(".") ? library : library + ".");
		}
		this.libraries = List.copyOf(libraries);
	}

	Rank rank(Class<?> type) {
		Rank rank = this.ranks.get(type);
		return (rank != null) ? rank : this.ranks.put(type, judge(type));
	}

	private Rank judge(Class<?> type) {
		String name = type.getName();
		if (startsWithAny(name, PLATFORM) || isGenerated(name) || OURS.contains(type.getPackageName())) {
			return Rank.NEVER;
		}
		return startsWithAny(name, this.libraries) ? Rank.LIBRARY : Rank.APPLICATION;
	}

	private static boolean isGenerated(String name) {
		for (String mark : GENERATED) {
			if (name.contains(mark)) {
				return true;
			}
		}
		return false;
	}

	private static boolean startsWithAny(String name, List<String> prefixes) {
		for (String prefix : prefixes) {
			if (name.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

	/** How good a site a frame makes. */
	enum Rank {

		/** The best: the application's own code. */
		APPLICATION,

		/** Good enough where the application is not on the stack. */
		LIBRARY,

		/** The JDK, Spring, generated classes, and us. */
		NEVER

	}

}
