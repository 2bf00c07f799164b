package com.acme.restart;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Is restarted, and ends what it began only if it has manners. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
public class RestartApplication {

	private static final String STARTS = "acme.starts";

	private boolean told;

	public static void main(String[] args) {
		SpringApplication.run(RestartApplication.class, args);
	}

	@Bean(destroyMethod = "")
	ScheduledThreadPoolExecutor orders() {
		AtomicInteger number = new AtomicInteger();
		return new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "orders-" + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
	}

	@Bean
	OrderBook orderBook(ScheduledExecutorService orders, @Value("${manners}") String manners) {
		return new OrderBook(orders, manners.equals("careful"));
	}

	@EventListener
	void on(ApplicationReadyEvent event) {
		int starts = Integer.getInteger(STARTS, 0) + 1;
		System.setProperty(STARTS, Integer.toString(starts));
		System.out.println("started for the " + starts + ". time");
	}

	/** Says when the clock of the context before is gone. */
	@Scheduled(fixedDelay = 100)
	void count() {
		long clocks = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("timerscope-clock"))
			.count();
		if (Integer.getInteger(STARTS, 0) > 1 && clocks == 1 && !this.told) {
			this.told = true;
			System.out.println("one clock");
		}
	}

}
