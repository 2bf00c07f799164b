package com.acme.lazy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.scope.TaskScopes;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Uses every part of the starter, and each part for the first time in a request. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@Import({ LazyApplication.Orders.class, LazyApplication.Report.class })
public class LazyApplication {

	/** Nobody shuts it down. */
	@Bean(destroyMethod = "")
	public ScheduledThreadPoolExecutor leftBehind() {
		return new ScheduledThreadPoolExecutor(1);
	}

	@RestController
	public static class Orders {

		private final List<Future<?>> reminders = new CopyOnWriteArrayList<>();

		private final TaskScheduler scheduler;

		private final ObjectProvider<ScheduledThreadPoolExecutor> leftBehind;

		private final ObjectProvider<TaskScopes> scopes;

		Orders(TaskScheduler scheduler, ObjectProvider<ScheduledThreadPoolExecutor> leftBehind,
				ObjectProvider<TaskScopes> scopes) {
			this.scheduler = scheduler;
			this.leftBehind = leftBehind;
			this.scopes = scopes;
		}

		@GetMapping("/orders")
		@SuppressWarnings("PeriodicTaskInRequest") // the leak
		public String place() {
			this.reminders.add(this.scheduler.scheduleAtFixedRate(Thread::onSpinWait, Duration.ofHours(1)));
			return "placed";
		}

		@GetMapping("/carts")
		public String fill() {
			this.scopes.getObject().request().after(Duration.ofHours(1), Thread::onSpinWait);
			return "filled";
		}

		@GetMapping("/exports")
		@SuppressWarnings({ "PeriodicTaskInRequest", "FutureReturnValueIgnored" }) // the
																					// leak
		public String export() {
			this.leftBehind.getObject().scheduleAtFixedRate(Thread::onSpinWait, 1, 1, TimeUnit.HOURS);
			return "exported";
		}

	}

	public static class Report {

		@Scheduled(fixedRate = 3_600_000)
		void write() {
			Thread.onSpinWait();
		}

	}

}
