package com.acme.shop.web;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import com.acme.shop.Facts;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Leaks a task with each order. Answers on Web MVC and on WebFlux, to GET alone, so that
 * no browser's protection is in the way.
 */
@RestController
public class OrderController {

	private final TaskScheduler scheduler;

	private final Facts facts;

	OrderController(TaskScheduler scheduler, Facts facts) {
		this.scheduler = scheduler;
		this.facts = facts;
	}

	@GetMapping("/orders/{id}")
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	public String place(@PathVariable("id") String id) {
		this.scheduler.scheduleAtFixedRate(() -> remind(id), Instant.now().plusSeconds(3600), Duration.ofHours(1));
		return "placed";
	}

	/** Schedules until it is refused. */
	@GetMapping("/flood")
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the
																				// flood
	public String flood(@RequestParam("n") int n) {
		int accepted = 0;
		try {
			for (; accepted < n; accepted++) {
				this.scheduler.scheduleWithFixedDelay(() -> remind("flood"), Instant.now().plusSeconds(3600),
						Duration.ofHours(1));
			}
		}
		catch (TaskRejectedException ex) {
			return accepted + " accepted, then refused";
		}
		return accepted + " accepted";
	}

	/** Gives the scheduler tasks in the way that Framework 7 removed. */
	@GetMapping("/listenable")
	public String listenable() throws Exception {
		String type = "org.springframework.core.task.AsyncListenableTaskExecutor";
		if (ClassUtils.isPresent(type, null)) {
			Method method = Class.forName(type).getMethod("submitListenable", Runnable.class);
			return "future of " + method.invoke(this.scheduler, (Runnable) () -> remind("listenable"));
		}
		return "no such method";
	}

	@GetMapping("/types")
	public String types() {
		StringBuilder types = new StringBuilder();
		for (Class<?> at = this.scheduler.getClass(); at != null; at = at.getSuperclass()) {
			types.append(at.getName()).append(' ').append(Arrays.toString(at.getInterfaces())).append('\n');
		}
		return types.toString();
	}

	@GetMapping("/facts")
	public String facts() {
		return this.facts.read();
	}

	private static void remind(String id) {
		if (id.isEmpty()) {
			throw new IllegalArgumentException("no order");
		}
	}

}
