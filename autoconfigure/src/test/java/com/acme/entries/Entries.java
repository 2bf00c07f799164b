package com.acme.entries;

import java.time.Duration;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;

/** Every way in which the code of an application comes to be called. */
public final class Entries {

	private static final Duration LONG = Duration.ofHours(1);

	private Entries() {
	}

	/** A {@code main} that starts something. */
	public static void main(Runnable start) {
		start.run();
	}

	/** Begins when the application is up. */
	public record Runner(TaskScheduler scheduler) implements ApplicationRunner {

		@Override
		public void run(ApplicationArguments args) {
			this.scheduler.scheduleAtFixedRate(() -> {
			}, LONG);
		}

	}

	/** Begins with the context. */
	public static class Lifecycle implements SmartLifecycle {

		private final TaskScheduler scheduler;

		private boolean running;

		public Lifecycle(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		public void start() {
			this.scheduler.scheduleAtFixedRate(() -> {
			}, LONG);
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

	/** Begins with an event. */
	public record Listener(TaskScheduler scheduler) {

		@SuppressWarnings("PeriodicTaskInRequest") // once
		@EventListener
		public void on(String event) {
			this.scheduler.scheduleAtFixedRate(() -> {
			}, LONG);
		}

	}

	/** Tells of something. */
	public record Teller(ApplicationEventPublisher events) {

		public void tell() {
			this.events.publishEvent("opened");
		}

	}

	/** Advice that only goes on. */
	public static final class Advice implements MethodInterceptor {

		@Override
		public Object invoke(MethodInvocation invocation) throws Throwable {
			return invocation.proceed();
		}

	}

	/** Advice that schedules. */
	public record SchedulingAdvice(TaskScheduler scheduler) implements MethodInterceptor {

		@Override
		public Object invoke(MethodInvocation invocation) throws Throwable {
			this.scheduler.scheduleAtFixedRate(() -> {
			}, LONG);
			return invocation.proceed();
		}

	}

	/** Somebody who calls what is advised. */
	public record Caller(TaskScheduler scheduler) {

		public void call() {
			this.scheduler.scheduleAtFixedRate(() -> {
			}, LONG);
		}

	}

	/** Has advice. */
	public static class Advised {

		public void call() {
		}

	}

	@SuppressWarnings("unchecked")
	public static <T> T advised(T target, MethodInterceptor advice) {
		ProxyFactory factory = new ProxyFactory(target);
		factory.setProxyTargetClass(true);
		factory.addAdvice(advice);
		return (T) factory.getProxy();
	}

}
