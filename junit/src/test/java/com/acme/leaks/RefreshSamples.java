package com.acme.leaks;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.timerscope.junit.NoTimerLeaks;
import jakarta.annotation.PostConstruct;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Tests that make the context make beans anew, as {@code @RefreshScope} does. */
public final class RefreshSamples {

	private RefreshSamples() {
	}

	/** Keeps its beans until it is refreshed. */
	static final class RefreshScope implements Scope {

		private final Map<String, Object> beans = new HashMap<>();

		private final Map<String, Runnable> ends = new HashMap<>();

		void refresh() {
			this.ends.values().forEach(Runnable::run);
			this.ends.clear();
			this.beans.clear();
		}

		@Override
		public Object get(String name, ObjectFactory<?> factory) {
			return this.beans.computeIfAbsent(name, (key) -> factory.getObject());
		}

		@Override
		public Object remove(String name) {
			return this.beans.remove(name);
		}

		@Override
		public void registerDestructionCallback(String name, Runnable callback) {
			this.ends.put(name, callback);
		}

	}

	/** Polls from its construction to its end. */
	public static class Poller implements AutoCloseable {

		private final Future<?> poll;

		Poller(ScheduledExecutorService pool) {
			this.poll = pool.scheduleAtFixedRate(Poller::nothing, 1, 1, TimeUnit.HOURS);
		}

		public boolean isPolling() {
			return !this.poll.isDone();
		}

		@Override
		public void close() {
			this.poll.cancel(false);
		}

		private static void nothing() {
		}

	}

	/** Starts when it is complete. */
	static class Beacon extends Poller {

		private final ScheduledExecutorService pool;

		private Future<?> blink;

		Beacon(ScheduledExecutorService pool) {
			super(pool);
			this.pool = pool;
		}

		@PostConstruct
		void begin() {
			this.blink = this.pool.scheduleAtFixedRate(Poller::nothing, 1, 1, TimeUnit.HOURS);
		}

		@Override
		public void close() {
			super.close();
			this.blink.cancel(false);
		}

	}

	/** Three beans, of which none is there when a test begins. */
	@Configuration(proxyBeanMethods = false)
	@Import(SpringSamples.Shop.class)
	public static class Refreshable {

		private static final RefreshScope SCOPE = new RefreshScope();

		@Bean
		static BeanFactoryPostProcessor refreshScope() {
			return (beans) -> beans.registerScope("refresh", SCOPE);
		}

		@Bean
		@org.springframework.context.annotation.Scope(scopeName = "refresh", proxyMode = ScopedProxyMode.TARGET_CLASS)
		PollerOfTheScope poller(ScheduledExecutorService pool) {
			return new PollerOfTheScope(pool);
		}

		@Bean
		@Lazy
		Beacon beacon(ScheduledExecutorService pool) {
			return new Beacon(pool);
		}

		@Bean
		@org.springframework.context.annotation.Scope("prototype")
		Prototype prototype(ScheduledExecutorService pool) {
			return new Prototype(pool);
		}

	}

	/** So that it is told from the beacon by its type. */
	public static class PollerOfTheScope extends Poller {

		PollerOfTheScope(ScheduledExecutorService pool) {
			super(pool);
		}

	}

	/** Belongs to whoever asked for it. */
	static final class Prototype implements AutoCloseable {

		private final Future<?> task;

		Prototype(ScheduledExecutorService pool) {
			this.task = pool.scheduleAtFixedRate(Poller::nothing, 1, 1, TimeUnit.HOURS);
		}

		@Override
		public void close() {
			this.task.cancel(false);
		}

	}

	/** Makes the context make its beans. */
	@NoTimerLeaks
	@SpringJUnitConfig(Refreshable.class)
	@TestMethodOrder(MethodOrderer.MethodName.class)
	public static class Refreshes {

		@Autowired
		private PollerOfTheScope poller;

		@Autowired
		private ObjectProvider<Beacon> beacon;

		@Autowired
		private ObjectProvider<Prototype> prototype;

		@Test
		void aRefreshes() {
			check(this.poller.isPolling());
			Refreshable.SCOPE.refresh();
			check(this.poller.isPolling());
		}

		@Test
		void bMakesALazyBean() {
			check(this.beacon.getObject().isPolling());
		}

		@Test
		void cForgetsAPrototype() {
			check(this.prototype.getObject() != null);
		}

		@Test
		void dClosesAPrototype() {
			this.prototype.getObject().close();
		}

		private static void check(boolean condition) {
			if (!condition) {
				throw new AssertionError();
			}
		}

	}

}
