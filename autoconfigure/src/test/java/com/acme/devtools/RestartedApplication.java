package com.acme.devtools;

import java.lang.ref.WeakReference;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.acme.schedulers.GreetingScheduler;
import com.google.common.util.concurrent.ListenableScheduledFuture;
import com.google.common.util.concurrent.ListeningScheduledExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.autoconfigure.TimerscopeFindingsAutoConfiguration;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Starts, restarts once by the developer tools, and tells of both. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ImportAutoConfiguration({ TaskSchedulingAutoConfiguration.class, TimerscopeAutoConfiguration.class,
		TimerscopeFindingsAutoConfiguration.class })
public class RestartedApplication {

	private static final String FIRST = "com.acme.first";

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(RestartedApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		ConfigurableApplicationContext context = application.run(args);
		tell(context);
		if (System.getProperties().get(FIRST) instanceof WeakReference<?> first) {
			System.out.println("first context is gone " + isGone(first));
			System.exit(0);
		}
		System.getProperties().put(FIRST, new WeakReference<>(context));
		new Thread(() -> Restarter.getInstance().restart()).start();
	}

	private static void tell(ConfigurableApplicationContext context) {
		ListenableScheduledFuture<?> future = context.getBean(ListeningScheduledExecutorService.class)
			.schedule(context::isActive, 1, TimeUnit.HOURS);
		System.out.println("listenable " + future.cancel(false));
		System.out.println("greeting " + context.getBean(GreetingScheduler.class).greeting());
		System.out.println("tracked "
				+ context.getBean(TaskLedger.class).schedulers().tracked().stream().map(TaskTracker::name).toList());
		System.out.println("loader " + RestartedApplication.class.getClassLoader().getClass().getSimpleName()
				+ ", of ours " + TaskLedger.class.getClassLoader().getClass().getSimpleName());
	}

	private static boolean isGone(WeakReference<?> first) {
		for (int i = 0; i < 300 && !first.refersTo(null); i++) {
			System.gc();
			Thread.onSpinWait();
		}
		return first.refersTo(null);
	}

	@Scheduled(fixedRate = 10, scheduler = "greeting")
	public void tick() {
	}

	@Bean
	GreetingScheduler greeting() {
		return new GreetingScheduler("hello");
	}

	@Bean
	ScheduledThreadPoolExecutor pool() {
		return new ScheduledThreadPoolExecutor(1);
	}

	@Bean
	ListeningScheduledExecutorService listening(ScheduledThreadPoolExecutor pool) {
		return MoreExecutors.listeningDecorator(pool);
	}

}
