package io.timerscope.junit.thread;

import java.util.List;
import java.util.stream.Stream;

import io.timerscope.junit.text.Glob;
import io.timerscope.outside.SharedThreads;

/**
 * Threads that no test is to blame for: those of the JVM and of JUnit, and those that a
 * library keeps for the whole JVM once it was used.
 */
public final class KnownThreads {

	private static final List<Glob> TOOLS = globs("junit-*", "surefire-*", "idle-connection-reaper", "GC Daemon",
			"testcontainers-*", "ducttape-*", "awaitility*", "DefaultDispatcher-worker-*", "kotlinx.coroutines.*",
			"immediate-*", "Logback-*", "HttpClient-*");

	/** Shared by all that use the library in a JVM, and ended by nobody. */
	private static final List<Glob> OF_A_LIBRARY = globs("parallel-*", "boundedElastic-*", "single-*",
			"mysql-cj-abandoned-connection-cleanup", "Abandoned connection cleanup thread",
			"MySQL Statement Cancellation Timer", "MariaDb-*", "PostgreSQL-JDBC-*", "mssql-jdbc-*", "InterruptTimer",
			"OracleTimeoutPollingThread", "commons-pool-*", "OkHttp *", "Okio Watchdog", "grpc-*",
			"globalEventExecutor-*", "RxComputation*", "RxCached*", "RxSchedule*", "RxSingle*", "cached-dns-*", "sdk-*",
			"aws-java-sdk-*", "ObjectCleanerThread");

	private static final List<Glob> IN_A_CONTEXT = globs("http-nio-*", "https-jsse-nio-*", "http-apr-*",
			"Catalina-utility-*", "container-*", "qtp*", "Session-HouseKeeper-*", "XNIO-*", "reactor-*", "lettuce-*",
			"HikariPool-*", "HikariCP*", "*:housekeeper", "MessageBroker-*", "clientInboundChannel-*",
			"clientOutboundChannel-*", "brokerChannel-*", "MVC Async-*", "SimpleAsync*", "tomcat-*");

	/** The JVM has such pools of its own, but a test may make some, too. */
	private static final String FORK_JOIN_POOL = "ForkJoinPool";

	private KnownThreads() {
	}

	public static boolean isOfTheJvm(Thread thread) {
		String name = thread.getName();
		return thread.getClass().getName().startsWith("org.junit.")
				|| (SharedThreads.isOfTheJvm(name) && !name.startsWith(FORK_JOIN_POOL))
				|| SharedThreads.isOfTheLoggingSystem(name)
				|| Stream.concat(TOOLS.stream(), OF_A_LIBRARY.stream()).anyMatch((known) -> known.matches(name));
	}

	public static List<Glob> ofAContext() {
		return IN_A_CONTEXT;
	}

	private static List<Glob> globs(String... names) {
		return Stream.of(names).map(Glob::new).toList();
	}

}
