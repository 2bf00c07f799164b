package com.acme.requests;

import java.time.Duration;
import java.time.Instant;

import jakarta.annotation.PostConstruct;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.scheduling.TaskScheduler;

/** Beans that are made when a request first needs them, and begin their work then. */
@Configuration(proxyBeanMethods = false)
@Lazy
public class LateBeans {

	private static final Duration LONG = Duration.ofHours(1);

	@Bean
	Rates rates(TaskScheduler scheduler) {
		return new Rates(scheduler);
	}

	@Bean
	Prices prices(TaskScheduler scheduler) {
		return new Prices(scheduler);
	}

	@Bean
	Taxes taxes(TaskScheduler scheduler) {
		return new Taxes(scheduler);
	}

	/** The configuration begins the work of the bean. */
	@Bean
	Coupons coupons(TaskScheduler scheduler) {
		Coupons coupons = new Coupons();
		scheduler.scheduleAtFixedRate(coupons::check, Instant.now().plus(LONG), LONG);
		return coupons;
	}

	@Bean
	static Vouchers vouchers(TaskScheduler scheduler) {
		Vouchers vouchers = new Vouchers();
		scheduler.scheduleAtFixedRate(vouchers::check, Instant.now().plus(LONG), LONG);
		return vouchers;
	}

	@Bean
	Broken broken(TaskScheduler scheduler) {
		return new Broken(scheduler);
	}

	@Bean
	@Scope("prototype")
	Ticket ticket(TaskScheduler scheduler) {
		return new Ticket(scheduler);
	}

	/** Begins after its construction. */
	public static class Rates {

		private final TaskScheduler scheduler;

		Rates(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		@PostConstruct
		void start() {
			this.scheduler.scheduleAtFixedRate(this::refresh, Instant.now().plus(LONG), LONG);
		}

		private void refresh() {
		}

	}

	/** Begins when all is set. */
	public static class Prices implements InitializingBean {

		private final TaskScheduler scheduler;

		Prices(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		/** Not to be called by CGLIB alone. */
		protected Prices() {
			this(null);
		}

		@Override
		public void afterPropertiesSet() {
			this.scheduler.scheduleAtFixedRate(new Work(), Instant.now().plus(LONG), LONG);
		}

		public void price() {
		}

	}

	/** Begins while it is constructed, with a task of no bean's class. */
	public static class Taxes {

		Taxes(TaskScheduler scheduler) {
			scheduler.scheduleAtFixedRate(new Work(), Instant.now().plus(LONG), LONG);
		}

	}

	/** Has a task, and a class that does not show it. */
	public static class Coupons {

		void check() {
		}

	}

	/** The same, from a static method. */
	public static class Vouchers {

		void check() {
		}

	}

	/** Begins and fails. */
	public static class Broken {

		Broken(TaskScheduler scheduler) {
			scheduler.schedule(new Work(), Instant.now().plus(LONG));
			throw new IllegalStateException("broken");
		}

	}

	/** One of many. */
	public static class Ticket {

		Ticket(TaskScheduler scheduler) {
			scheduler.schedule(new Work(), Instant.now().plus(LONG));
		}

	}

}
