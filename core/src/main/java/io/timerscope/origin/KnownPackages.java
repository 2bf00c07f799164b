package io.timerscope.origin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.timerscope.origin.ApplicationFrames.Rank;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the names of classes before any application is. The longest name that
 * a class begins with decides; one that ends in neither dot nor dollar names a class and
 * those nested in it.
 */
public final class KnownPackages {

	private static final List<Entry> ENTRIES = entries();

	private KnownPackages() {
	}

	/** The longest name that covers a class, or {@code null}. */
	public static @Nullable Entry find(String className) {
		for (Entry entry : ENTRIES) {
			if (entry.covers(className)) {
				return entry;
			}
		}
		return null;
	}

	private static List<Entry> entries() {
		List<Entry> entries = new ArrayList<>();
		add(entries, Rank.PLATFORM, "java.", "javax.", "jdk.", "sun.", "com.sun.", "org.springframework.aop.",
				"org.springframework.asm.", "org.springframework.beans.", "org.springframework.cache.",
				"org.springframework.cglib.", "org.springframework.context.", "org.springframework.core.",
				"org.springframework.expression.", "org.springframework.objenesis.", "org.springframework.resilience.",
				"org.springframework.retry.", "org.springframework.transaction.", "org.springframework.util.");
		add(entries, Rank.NEVER, "java.lang.", "jdk.internal.", "java.util.concurrent.Executors$",
				"java.util.concurrent.AbstractExecutorService", "java.util.concurrent.ThreadPoolExecutor",
				"java.util.concurrent.ScheduledThreadPoolExecutor", "java.util.concurrent.ForkJoinPool",
				"java.util.concurrent.TimerscopeHub", "org.springframework.core.task.",
				"org.springframework.scheduling.", "org.springframework.util.function.");
		add(entries, Rank.DISPATCH, "java.lang.Thread", "java.lang.VirtualThread", "java.util.TimerThread",
				"java.util.concurrent.FutureTask", "java.util.concurrent.ForkJoinTask",
				"java.util.concurrent.ForkJoinWorkerThread", "java.util.concurrent.ThreadPoolExecutor$Worker",
				"org.springframework.boot.SpringApplication",
				"org.springframework.beans.factory.support.AbstractAutowireCapableBeanFactory",
				"org.springframework.beans.factory.support.DefaultListableBeanFactory",
				"org.springframework.context.event.", "org.springframework.context.support.AbstractApplicationContext",
				"org.springframework.context.support.DefaultLifecycleProcessor");
		add(entries, Rank.PROCEED, "org.springframework.aop.framework.ReflectiveMethodInvocation",
				"org.springframework.aop.framework.CglibAopProxy$CglibMethodInvocation",
				"org.springframework.aop.aspectj.MethodInvocationProceedingJoinPoint",
				"org.aspectj.runtime.internal.AroundClosure");
		add(entries, Rank.PROXY, "org.springframework.aop.framework.CglibAopProxy$",
				"org.springframework.aop.framework.JdkDynamicAopProxy");
		add(entries, Rank.OPERATOR, "groovy.", "org.codehaus.groovy.", "org.apache.groovy.", "kotlin.", "kotlinx.",
				"scala.", "clojure.", "reactor.", "rx.", "io.reactivex.", "io.smallrye.mutiny.", "org.reactivestreams.",
				"com.google.common.", "com.alibaba.ttl.", "io.vavr.", "dev.failsafe.", "net.jodah.failsafe.",
				"io.micrometer.", "io.opentelemetry.", "brave.", "io.sentry.", "co.elastic.apm.", "datadog.",
				"com.newrelic.", "com.amazonaws.xray.", "io.grpc.Context", "io.opentracing.",
				"org.apache.commons.lang3.concurrent.", "org.apache.shiro.", "org.springframework.cloud.sleuth.",
				"org.springframework.security.concurrent.", "org.springframework.security.scheduling.",
				"org.springframework.security.task.", "org.aopalliance.", "org.aspectj.", "net.bytebuddy.");
		add(entries, Rank.LIBRARY, "org.springframework.",
				"org.springframework.scheduling.config.ScheduledTaskRegistrar",
				"org.springframework.scheduling.quartz.", "jakarta.", "org.apache.activemq.", "org.apache.camel.",
				"org.apache.catalina.", "org.apache.commons.", "org.apache.coyote.", "org.apache.cxf.",
				"org.apache.curator.", "org.apache.hc.", "org.apache.http.", "org.apache.ibatis.", "org.apache.ignite.",
				"org.apache.juli.", "org.apache.kafka.", "org.apache.logging.", "org.apache.maven.",
				"org.apache.pulsar.", "org.apache.tomcat.", "org.apache.zookeeper.", "org.eclipse.jetty.",
				"org.eclipse.paho.", "io.undertow.", "io.netty.", "io.grpc.", "io.vertx.", "io.rsocket.", "io.lettuce.",
				"redis.clients.", "org.redisson.", "com.hazelcast.", "org.infinispan.", "org.ehcache.",
				"com.github.benmanes.caffeine.", "com.zaxxer.hikari.", "org.hibernate.", "org.jooq.",
				"com.alibaba.druid.", "com.alibaba.nacos.", "com.mongodb.", "com.mysql.", "org.mariadb.",
				"org.postgresql.", "org.h2.", "oracle.jdbc.", "com.rabbitmq.", "com.netflix.",
				"io.github.resilience4j.", "net.javacrumbs.shedlock.", "org.quartz.", "com.github.kagkarlsson.",
				"org.jobrunr.", "org.axonframework.", "de.codecentric.boot.", "okhttp3.", "retrofit2.", "feign.",
				"com.fasterxml.jackson.", "tools.jackson.", "ch.qos.logback.", "org.slf4j.", "org.flywaydb.",
				"liquibase.", "graphql.", "software.amazon.awssdk.", "com.amazonaws.", "com.azure.", "com.google.api.",
				"com.google.cloud.", "io.awspring.", "io.prometheus.", "org.junit.", "org.testng.",
				"org.spockframework.", "org.mockito.", "org.awaitility.");
		entries.sort(Comparator.comparingInt((Entry it) -> it.prefix.length()).reversed());
		return List.copyOf(entries);
	}

	private static void add(List<Entry> entries, Rank rank, String... prefixes) {
		for (String prefix : prefixes) {
			entries.add(new Entry(prefix, rank));
		}
	}

	/**
	 * A name and what it stands for.
	 *
	 * @param prefix with what the names of the classes begin
	 * @param rank what they are
	 */
	record Entry(String prefix, Rank rank) {

		boolean covers(String className) {
			if (!className.startsWith(this.prefix)) {
				return false;
			}
			int end = this.prefix.length();
			char last = this.prefix.charAt(end - 1);
			return last == '.' || last == '$' || className.length() == end || className.charAt(end) == '$';
		}

	}

}
