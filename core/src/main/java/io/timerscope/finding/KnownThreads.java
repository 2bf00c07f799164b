package io.timerscope.finding;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Threads with timers of their own that are nobody's mistake: the JDK's, the servers',
 * the logging systems', well-known libraries', the build tools' and ours. In their names
 * {@code #} stands for a number and {@code *} for anything. No name here is one that an
 * application would choose itself.
 */
final class KnownThreads {

	private static final List<String> JDK = List.of("Common-Cleaner", "CompletableFutureDelayScheduler",
			"ForkJoinPool*", "VirtualThread-unparker*", "RMI *", "JMX *", "Java2D*", "AWT-*", "Keep-Alive-*",
			"HttpClient-#-*", "Attach Listener", "JFR *", "Cleaner-#", "Swing-*", "TimerQueue", "DestroyJavaVM");

	private static final List<String> SERVERS = List.of("Catalina-utility-#", "http-nio*", "https-*", "ajp-nio*",
			"Tomcat*", "container-#", "ContainerBackgroundProcessor*", "WebSocketServer-*", "qtp#*",
			"Connector-Scheduler-*", "Session-HouseKeeper-*", "Session-Scheduler-*", "JettyScheduler*", "Scheduler-#-#",
			"HttpConnection*", "HttpClient@*", "WebSocketClient@*", "XNIO-*", "undertow*", "NioBlockingSelector*",
			"jersey-background-task-scheduler*");

	private static final List<String> REACTIVE = List.of("netty*", "nioEventLoopGroup-*", "epollEventLoopGroup-*",
			"globalEventExecutor-*", "reactor-*", "parallel-#", "boundedElastic-#", "boundedElastic-evictor-#",
			"loomBoundedElastic-*", "elastic-#", "elastic-evictor-#", "single-#", "RxComputation*", "RxCached*",
			"RxSchedule*", "RxIo*", "RxNewThread*", "RxSingle*", "lettuce-*", "redisson-*", "vert.x-*",
			"vertx-blocked-thread-checker");

	private static final List<String> LOGGING = List.of("logback-#", "AsyncAppender-*", "Log4j2-*", "log4j-*");

	private static final List<String> DATABASES = List.of("HikariPool-*", "*:housekeeper", "* housekeeper",
			"Tomcat JDBC Pool*", "commons-pool-*", "C3P0PooledConnectionPoolManager*", "PostgreSQL-JDBC-*",
			"mysql-cj-*", "MySQL Statement Cancellation Timer", "Abandoned connection*", "MariaDb-timeout*",
			"OracleTimeout*", "InterruptTimer", "H2 *", "MVStore*", "mssql-jdbc-*", "cluster-ClusterId*",
			"cluster-rtt-ClusterId*", "CleanCursors-#-*", "MaintenanceTimer-#-*", "BufferPoolPruner-#-*",
			"AsyncGetter-#-*", "es_rest_client_sniffer*");

	private static final List<String> MESSAGING = List.of("kafka-*", "Kafka*", "rabbitmq*", "AMQP *", "ActiveMQ *",
			"Thread-# (ActiveMQ-*", "pulsar-*", "MessageBroker-*", "SockJS-*");

	private static final List<String> CLIENTS = List.of("grpc-*", "OkHttp *", "idle-connection-*",
			"sdk-ScheduledExecutor-*", "sdk-async-response-*", "aws-*", "azure-*", "Apollo-*", "com.alibaba.nacos*",
			"nacos-*", "DiscoveryClient-*", "Eureka-*", "ReplicaAwareInstanceInfo*", "AsyncResolver-*",
			"ThrottlingFilter*", "HystrixTimer-#", "NFLoadBalancer-PingTimer-*", "Curator-*", "JGit-*",
			"unleash-api-executor", "LaunchDarkly-*");

	private static final List<String> CACHES_AND_JOBS = List.of("hz.*", "ehcache*", "Ehcache [*", "caffeine*",
			"ignite*", "QuartzScheduler*", "quartz*", "ContextAwareScheduledThreadPool-*", "Resilience4j*");

	private static final List<String> MONITORING = List.of("metrics-*-reporter-*", "prometheus*", "otlp-*", "statsd-*",
			"StatsD-*", "*-metrics-publisher", "*-registry-publisher*", "high-cardinality-tags-detector*",
			"BatchSpanProcessor*", "BatchLogRecordProcessor*", "PeriodicMetricReader*", "OpenTelemetry*",
			"opentelemetry*", "zipkin*", "AsyncReporter*", "brave-*", "elastic-apm-*", "dd-*", "New Relic *",
			"appdynamics*", "glowroot*", "sentry-*", "Sentry*", "Micrometer*");

	private static final List<String> TOOLS = List.of("surefire-*", "awaitility*", "junit-*", "Test worker*", "JUnit*",
			"testcontainers*", "ducttape-*", "IntelliJ*", "Gradle*", "debugger*", "JDWP*", "Live Reload*",
			"File Watcher", "cached-dns-*", "Exec Default Executor");

	private static final List<String> OURS = List.of("timerscope-*");

	private static final Pattern ALL = Pattern.compile(List
		.of(OURS, JDK, SERVERS, REACTIVE, LOGGING, DATABASES, MESSAGING, CLIENTS, CACHES_AND_JOBS, MONITORING, TOOLS)
		.stream()
		.flatMap(List::stream)
		.map((name) -> "\\Q" + name.replace("#", "\\E\\d+\\Q").replace("*", "\\E.*\\Q") + "\\E")
		.collect(Collectors.joining("|")), Pattern.DOTALL);

	private KnownThreads() {
	}

	static boolean isKnown(String name) {
		return ALL.matcher(name).matches();
	}

}
