package io.timerscope.outside;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Names of threads that the JVM, the server, the logging system, the meters and we
 * ourselves give. In them {@code #} stands for a number and {@code *} for anything. A
 * library's threads are told by their class and by who holds their pool. Only one that
 * hides its pools too well is here.
 *
 * @since 0.1.0
 */
public final class SharedThreads {

	/** The two tasks are timers of the JDK's own HTTP server. */
	private static final List<String> JVM = List.of("Common-Cleaner", "CompletableFutureDelayScheduler",
			"ForkJoinPool*", "VirtualThread-*", "RMI *", "JMX *", "idle-timeout-task", "req-rsp-timeout-task",
			"Java2D*", "AWT-*", "Keep-Alive-*", "HttpClient-#-*", "Attach Listener", "JFR *", "Cleaner-#", "Swing-*",
			"TimerQueue", "DestroyJavaVM", "process reaper*", "Reference Handler", "Finalizer", "Signal Dispatcher",
			"Notification Thread", "Monitor Deflation Thread");

	private static final List<String> OURS = List.of("timerscope-*");

	private static final List<String> SERVERS = List.of("Catalina-utility-#", "http-nio*", "https-*", "ajp-nio*",
			"Tomcat*", "container-#", "ContainerBackgroundProcessor*", "WebSocketServer-*", "qtp#*",
			"Connector-Scheduler-*", "Session-HouseKeeper-*", "Session-Scheduler-*", "JettyScheduler*", "Scheduler-#-#",
			"XNIO-*", "undertow*", "reactor-http-*", "netty*");

	private static final List<String> LOGGING = List.of("logback-#", "AsyncAppender-*", "Log4j2-*", "log4j-*");

	/** Of Prometheus' client and of Netflix' Spectator, which no bean holds. */
	private static final List<String> METERS = List.of("prometheus-metrics-scheduler-#", "spectator-gauge-polling-#");

	/** Its context holds its pools several objects deep. */
	private static final List<String> CAMEL = List.of("Camel (*) thread *");

	private static final Pattern OF_THE_JVM = compile(List.of(JVM, OURS));

	private static final Pattern OF_THE_SERVER = compile(List.of(SERVERS));

	private static final Pattern OF_THE_LOGGING_SYSTEM = compile(List.of(LOGGING, METERS));

	private static final Pattern OF_CAMEL = compile(List.of(CAMEL));

	private SharedThreads() {
	}

	private static Pattern compile(List<List<String>> names) {
		return Pattern.compile(names.stream()
			.flatMap(List::stream)
			.map((name) -> "\\Q" + name.replace("#", "\\E\\d+\\Q").replace("*", "\\E.*\\Q") + "\\E")
			.collect(Collectors.joining("|")), Pattern.DOTALL);
	}

	/**
	 * Whether a thread is the JVM's own, or ours: such a thread is nobody's timer.
	 * @param name the thread's name
	 * @return {@code true} if it is
	 */
	public static boolean isOfTheJvm(String name) {
		return OF_THE_JVM.matcher(name).matches();
	}

	/**
	 * Whether a thread is the web server's, which sees to it.
	 * @param name the thread's name
	 * @return {@code true} if it is
	 */
	public static boolean isOfTheServer(String name) {
		return OF_THE_SERVER.matcher(name).matches();
	}

	/**
	 * Whether a thread is the logging system's or the meters', which lives as long as the
	 * JVM.
	 * @param name the thread's name
	 * @return {@code true} if it is
	 */
	public static boolean isOfTheLoggingSystem(String name) {
		return OF_THE_LOGGING_SYSTEM.matcher(name).matches();
	}

	/** The library whose thread has a name, where nothing else tells. */
	static @Nullable String library(String name) {
		return OF_CAMEL.matcher(name).matches() ? "Apache Camel" : null;
	}

}
