package io.timerscope.finding;

import java.util.List;

/**
 * Threads with timers of their own that are nobody's mistake: the JDK's, the servers',
 * the logging systems', well-known libraries', the build tools' and ours.
 */
final class KnownThreads {

	private static final List<String> JDK = List.of("Common-Cleaner", "CompletableFutureDelayScheduler", "ForkJoinPool",
			"VirtualThread-unparker", "RMI ", "JMX ", "Java2D", "AWT-", "Keep-Alive-", "HttpClient-", "Attach Listener",
			"JFR ", "Cleaner-", "Swing-", "TimerQueue", "DestroyJavaVM");

	private static final List<String> SERVERS = List.of("Catalina-utility-", "http-nio", "https-", "ajp-nio", "Tomcat",
			"container-", "ContainerBackgroundProcessor", "WebSocketServer-", "qtp", "Connector-Scheduler", "Session-",
			"JettyScheduler", "Scheduler-", "HttpConnection", "HttpClient@", "WebSocketClient@", "XNIO-", "undertow",
			"NioBlockingSelector");

	private static final List<String> REACTIVE = List.of("netty", "nioEventLoopGroup", "globalEventExecutor",
			"reactor-", "parallel-", "boundedElastic-", "loomBoundedElastic-", "elastic-", "single-",
			"parallel-scheduler", "RxComputation", "RxCached", "RxScheduled", "RxIo", "RxNewThread", "RxSingle",
			"lettuce-", "redisson-", "vert.x-");

	private static final List<String> LOGGING = List.of("logback-", "AsyncAppender-", "Log4j2-", "log4j-");

	private static final List<String> LIBRARIES = List.of("HikariPool-", "housekeeper", "Tomcat JDBC Pool",
			"commons-pool-", "evictor", "c3p0", "PostgreSQL-JDBC-", "mysql-cj-", "Abandoned connection",
			"OracleTimeout", "InterruptTimer", "H2 ", "MVStore", "mssql-jdbc-", "SqlServer", "cluster-",
			"CleanCursors-", "MaintenanceTimer-", "kafka-", "Kafka", "rabbitmq", "AMQP", "ActiveMQ", "grpc-", "OkHttp",
			"idle-connection-", "sdk-", "aws-", "azure-", "Apollo-", "com.alibaba.nacos", "nacos-", "DiscoveryClient-",
			"Eureka-", "ReplicaAwareInstanceInfo", "AsyncResolver-", "ThrottlingFilter", "hz.", "ehcache", "caffeine",
			"ignite", "QuartzScheduler", "quartz", "MessageBroker-", "SockJS-", "Resilience4j",
			"ContextAwareScheduledThreadPool", "metrics-logger-reporter", "prometheus", "otlp", "statsd", "publisher",
			"BatchSpanProcessor", "PeriodicMetricReader", "OpenTelemetry", "opentelemetry", "zipkin", "AsyncReporter",
			"brave-", "elastic-apm-", "dd-", "New Relic", "appdynamics", "glowroot", "sentry-", "Live Reload",
			"File Watcher", "cached-dns-", "Exec Default Executor", "Micrometer");

	private static final List<String> TOOLS = List.of("surefire-", "awaitility", "junit-", "ForkJoinPool-",
			"Test worker", "JUnit", "testcontainers", "ducttape-", "IntelliJ", "Gradle", "debugger", "JDWP");

	private static final List<String> OURS = List.of("timerscope-");

	private static final List<List<String>> ALL = List.of(OURS, JDK, SERVERS, REACTIVE, LOGGING, LIBRARIES, TOOLS);

	private KnownThreads() {
	}

	static boolean isKnown(String name) {
		return ALL.stream().anyMatch((prefixes) -> prefixes.stream().anyMatch(name::startsWith))
				|| name.endsWith("-metrics-publisher") || name.contains("-registry-publisher");
	}

}
