package com.acme.timers;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.timerscope.TaskQuery;
import io.timerscope.finding.FindingBook;
import io.timerscope.ledger.TaskLedger;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * All kinds of timers that are no beans, each leaking and careful, in applications one
 * after another and at once. It says what is known of them, and stops.
 */
@EnableAutoConfiguration
public class TimersApplication {

	@Bean
	LeakingShop leakingShop() {
		return new LeakingShop();
	}

	@Bean
	CarefulShop carefulShop() {
		return new CarefulShop();
	}

	@Bean
	SteadyShop steadyShop() {
		return new SteadyShop();
	}

	public static void main(String[] args) throws Exception {
		WeakReference<TaskLedger> first = use(start(args), "first");
		isLetGo(first, "first");
		ConfigurableApplicationContext one = start(args);
		ConfigurableApplicationContext other = start(args);
		print(one, "one");
		print(other, "other");
		runOnce(one, other);
		WeakReference<TaskLedger> ledgerOfOne = close(one);
		one = null;
		isLetGo(ledgerOfOne, "one");
		WeakReference<TaskLedger> ledgerOfOther = use(other, "other alone");
		other = null;
		isLetGo(ledgerOfOther, "other");
		System.exit(0);
	}

	/**
	 * A run is over for each application when it is over. The task that only waits for it
	 * may still be ending.
	 */
	private static void runOnce(ConfigurableApplicationContext... contexts) throws Exception {
		ScheduledExecutorService pool = Executors.newScheduledThreadPool(1, CarefulShop::daemon);
		try {
			CountDownLatch ran = new CountDownLatch(1);
			pool.scheduleAtFixedRate(ran::countDown, 0, 1, TimeUnit.HOURS);
			ran.await();
			pool.submit(() -> "what ran before is over").get();
			for (ConfigurableApplicationContext context : contexts) {
				context.getBean(TaskLedger.class)
					.read()
					.snapshot(new TaskQuery(TaskQuery.States.LIVE, null, null, null, null, 100, 0))
					.page()
					.tasks()
					.stream()
					.filter((task) -> task.site().toString().contains("runOnce"))
					.filter((task) -> task.schedule().isPeriodic())
					.forEach((task) -> System.out.println("ran: " + task.state() + ", runs " + task.runs()));
			}
		}
		finally {
			pool.shutdownNow();
		}
	}

	private static ConfigurableApplicationContext start(String[] args) {
		return SpringApplication.run(TimersApplication.class, args);
	}

	/** Ends two of its beans, and sees what is said of their timers. */
	private static WeakReference<TaskLedger> use(ConfigurableApplicationContext context, String label)
			throws InterruptedException {
		DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
		beans.destroySingleton("carefulShop");
		beans.destroySingleton("leakingShop");
		TaskLedger ledger = context.getBean(TaskLedger.class);
		Instant deadline = Instant.now().plusSeconds(30);
		while (ledger.read().snapshot(TaskQuery.DEFAULT).totals().leaked() < LeakingShop.timers()
				&& Instant.now().isBefore(deadline)) {
			new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
		}
		new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS); // whatever else is found
		print(context, label);
		return close(context);
	}

	private static WeakReference<TaskLedger> close(ConfigurableApplicationContext context) {
		WeakReference<TaskLedger> ledger = new WeakReference<>(context.getBean(TaskLedger.class));
		context.close();
		return ledger;
	}

	private static void isLetGo(WeakReference<TaskLedger> ledger, String label) throws InterruptedException {
		for (int i = 0; i < 400 && ledger.get() != null; i++) {
			System.gc();
			new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
		}
		System.out.println(label + " is let go: " + (ledger.get() == null));
	}

	private static void print(ConfigurableApplicationContext context, String label) {
		TaskLedger ledger = context.getBean(TaskLedger.class);
		ledger.read()
			.snapshot(new TaskQuery(TaskQuery.States.LIVE, null, null, null, null, 100, 0))
			.page()
			.tasks()
			.forEach((task) -> System.out.println(
					label + ": task " + task.site() + " on " + task.scheduler() + " of " + task.owner().kind().label()
							+ " " + task.owner().name() + ((task.leak() == null) ? "" : " leaked")));
		context.getBean(FindingBook.class)
			.current()
			.forEach((finding) -> System.out.println(label + ": " + finding.severity().label() + " "
					+ finding.kind().label() + " at " + finding.subject()));
		System.out.println(label + ": errors " + ledger.trackingErrors());
	}

}
