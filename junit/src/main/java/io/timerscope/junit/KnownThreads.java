package io.timerscope.junit;

import java.util.List;
import java.util.stream.Stream;

/**
 * Threads that no test is to blame for: those of the JVM and of JUnit, and those that a
 * library keeps for the whole JVM.
 */
final class KnownThreads {

	private static final List<Glob> ANYWHERE = globs("junit-*", "surefire-*", "process reaper*",
			"CompletableFutureDelayScheduler", "HttpClient-*", "Keep-Alive-*", "idle-connection-reaper",
			"Attach Listener", "timerscope-*", "parallel-*", "boundedElastic-*", "single-*", "immediate-*", "logback-*",
			"Log4j2-*", "Logback-*", "AWT-*", "RMI *", "JMX *", "GC Daemon", "testcontainers-*",
			"DefaultDispatcher-worker-*", "kotlinx.coroutines.*");

	private static final List<Glob> IN_A_CONTEXT = globs("http-nio-*", "https-jsse-nio-*", "http-apr-*",
			"Catalina-utility-*", "container-*", "qtp*", "Session-HouseKeeper-*", "XNIO-*", "reactor-*", "lettuce-*",
			"HikariPool-*", "HikariCP*", "MessageBroker-*", "clientInboundChannel-*", "clientOutboundChannel-*",
			"brokerChannel-*", "MVC Async-*", "SimpleAsync*", "tomcat-*");

	private KnownThreads() {
	}

	static boolean isOfTheJvm(Thread thread) {
		return thread.getClass().getName().startsWith("org.junit.")
				|| ANYWHERE.stream().anyMatch((name) -> name.matches(thread.getName()));
	}

	static List<Glob> ofAContext() {
		return IN_A_CONTEXT;
	}

	private static List<Glob> globs(String... names) {
		return Stream.of(names).map(Glob::new).toList();
	}

}
