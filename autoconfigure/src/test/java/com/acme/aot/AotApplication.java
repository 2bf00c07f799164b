package com.acme.aot;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.acme.schedulers.GreetingScheduler;
import com.acme.schedulers.OwnPool;
import io.timerscope.TaskQuery;
import io.timerscope.actuate.TimersEndpoint;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.autoconfigure.TimerscopeEndpointAutoConfiguration;
import io.timerscope.autoconfigure.TimerscopeFindingsAutoConfiguration;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.snapshot.SchedulerSnapshot;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Schedulers of many kinds; prints a line about each. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ImportAutoConfiguration({ TaskSchedulingAutoConfiguration.class, TimerscopeAutoConfiguration.class,
		TimerscopeFindingsAutoConfiguration.class, TimerscopeEndpointAutoConfiguration.class,
		EndpointAutoConfiguration.class })
public class AotApplication {

	private static final CountDownLatch RAN = new CountDownLatch(1);

	public static void main(String[] args) throws InterruptedException {
		SpringApplication application = new SpringApplication(AotApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("management.endpoints.web.exposure.include", "*"));
		try (ConfigurableApplicationContext context = application.run(args)) {
			context.getBeansOfType(TaskScheduler.class)
				.values()
				.forEach((it) -> it.schedule(RAN::getCount, Instant.now().plusSeconds(1000)));
			context.getBeansOfType(ScheduledExecutorService.class)
				.values()
				.forEach((it) -> it.schedule(RAN::getCount, 1000, TimeUnit.SECONDS));
			System.out.println("ran " + RAN.await(10, TimeUnit.SECONDS));
			for (SchedulerSnapshot it : context.getBean(TaskLedger.class)
				.read()
				.snapshot(TaskQuery.DEFAULT)
				.schedulers()) {
				System.out.println(it.name() + " " + (it.tracked() ? "live " + it.totals().live() : it.reason()));
			}
			System.out.println("endpoints " + context.getBean(Timers.class).getClass().getSimpleName() + " "
					+ context.getBean(TimersEndpoint.class).getClass().getSimpleName());
			System.out.println("greeting " + context.getBean(GreetingScheduler.class).greeting());
		}
		// executors wait for what is due in a quarter of an hour
		System.exit(0);
	}

	@Scheduled(fixedRate = 10, scheduler = "classy")
	public void tick() {
		RAN.countDown();
	}

	@Bean
	ThreadPoolTaskScheduler classy() {
		return new ThreadPoolTaskScheduler();
	}

	@Bean
	TaskScheduler asInterface() {
		return new ThreadPoolTaskScheduler();
	}

	@Bean
	TaskScheduler ownAsInterface() {
		return new GreetingScheduler("hello");
	}

	@Bean
	SimpleAsyncTaskScheduler simple() {
		return new SimpleAsyncTaskScheduler();
	}

	@Bean
	@SuppressWarnings("SchedulerNeverShutDown") // a daemon
	ConcurrentTaskScheduler behind() {
		return new ConcurrentTaskScheduler(new ScheduledThreadPoolExecutor(1, AotApplication::daemon));
	}

	@Bean
	ScheduledExecutorService single() {
		return Executors.newSingleThreadScheduledExecutor();
	}

	@Bean
	OwnPool ownPool() {
		return new OwnPool(1);
	}

	@Bean
	Timers timers() {
		return new Timers();
	}

	/** Nobody shuts the executor down. */
	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task);
		thread.setDaemon(true);
		return thread;
	}

	/** Has the id that ours would like to have. */
	@Endpoint(id = "timers")
	public static class Timers {

		@ReadOperation
		public String read() {
			return "theirs";
		}

	}

}
