package com.acme.handmade;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.TaskQuery;
import io.timerscope.ledger.TaskLedger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Uses timers that are no beans, says what is known of them, and stops. */
@EnableAutoConfiguration
public class HandmadeApplication {

	@SuppressWarnings("RemoveOnCancelMissing") // as most such pools are made
	static final ScheduledExecutorService EARLY = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "early");
		thread.setDaemon(true);
		return thread;
	});

	@Bean
	ScheduledExecutorService beanPool() {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		pool.setRemoveOnCancelPolicy(true);
		return pool;
	}

	@Bean
	ScheduledExecutorService excludedPool() {
		return Executors.newSingleThreadScheduledExecutor();
	}

	@Bean
	Kitchen kitchen() {
		return new Kitchen();
	}

	public static void main(String[] args) throws Exception {
		ConfigurableApplicationContext context = SpringApplication.run(HandmadeApplication.class, args);
		List<String> lines = new ArrayList<>();
		PickyPool.main(lines);
		lines.forEach(System.out::println);
		WeakReference<TaskLedger> ledger = use(context);
		context = null;
		CountDownLatch after = new CountDownLatch(1);
		EARLY.schedule(after::countDown, 1, TimeUnit.MILLISECONDS);
		System.out.println("works after close: " + after.await(30, TimeUnit.SECONDS));
		for (int i = 0; i < 600 && ledger.get() != null; i++) {
			System.gc();
			after.await(50, TimeUnit.MILLISECONDS);
			EARLY.submit(() -> "forget what ran last").get();
		}
		System.out.println("ledger is let go: " + (ledger.get() == null));
		System.exit(0);
	}

	private static WeakReference<TaskLedger> use(ConfigurableApplicationContext context) throws Exception {
		TaskLedger ledger = context.getBeanProvider(TaskLedger.class).getIfAvailable();
		if (ledger == null) {
			System.exit(0);
		}
		Kitchen kitchen = context.getBean(Kitchen.class);
		kitchen.ran.await(30, TimeUnit.SECONDS);
		ScheduledFuture<?> cancelled = EARLY.schedule(() -> "never", 1, TimeUnit.HOURS);
		cancelled.cancel(false);
		Callable<String> burns = () -> {
			throw new IllegalStateException("burnt");
		};
		await(EARLY.schedule(burns, 0, TimeUnit.SECONDS));
		await(EARLY.submit(() -> "done"));
		CompletableFuture<String> order = new CompletableFuture<String>().orTimeout(1, TimeUnit.HOURS);
		ScheduledFuture<?> ofBean = context.getBean("beanPool", ScheduledExecutorService.class)
			.schedule(() -> "bean", 1, TimeUnit.HOURS);
		context.getBean("excludedPool", ScheduledExecutorService.class).schedule(() -> "not seen", 1, TimeUnit.HOURS);
		if (ForkJoinPool.commonPool() instanceof ScheduledExecutorService pool) {
			pool.schedule(() -> "later", 1, TimeUnit.HOURS);
		}
		print(ledger);
		kitchen.tick.cancel();
		kitchen.clock.cancel();
		print(ledger);
		order.complete("");
		ofBean.cancel(false);
		context.close();
		return new WeakReference<>(ledger);
	}

	/** Until the thread that ran it has noted the end, too. */
	private static void await(Future<?> future) throws Exception {
		try {
			future.get();
		}
		catch (ExecutionException ex) {
			System.out.println("failed: " + ex.getCause().getMessage());
		}
		EARLY.submit(() -> "what ran before is over").get();
	}

	private static void print(TaskLedger ledger) {
		ledger.schedulers()
			.tracked()
			.forEach((tracker) -> System.out
				.println("tracked " + tracker.name() + " " + tracker.type() + " live " + tracker.totals().live()
						+ " failed " + tracker.totals().failed() + " cancelled " + tracker.totals().cancelled()));
		ledger.schedulers()
			.untracked()
			.forEach((other) -> System.out.println("left alone " + other.name() + ": " + other.reason()));
		ledger.read()
			.snapshot(new TaskQuery(TaskQuery.States.LIVE, null, null, null, null, 100, 0))
			.page()
			.tasks()
			.forEach((task) -> System.out.println("task " + task.site() + " on " + task.scheduler() + " of "
					+ task.owner().kind().label() + " " + task.owner().name() + " runs " + task.runs()));
		System.out.println("errors " + ledger.trackingErrors());
	}

}
