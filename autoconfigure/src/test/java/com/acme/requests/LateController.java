package com.acme.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Has beans made on its way, and schedules something of the request's own. */
@RestController
public class LateController {

	private final BeanFactory beans;

	private final Map<String, Runnable> ways = new ConcurrentHashMap<>();

	private final TaskScheduler scheduler;

	LateController(BeanFactory beans, ObjectProvider<LateBeans.Rates> rates, @Lazy LateBeans.Prices prices,
			TaskScheduler scheduler) {
		this.beans = beans;
		this.ways.put("rates", rates::getObject);
		this.ways.put("prices", prices::price);
		this.scheduler = scheduler;
	}

	@GetMapping("/late/{bean}")
	public String use(@PathVariable String bean) {
		try {
			this.ways.getOrDefault(bean, () -> this.beans.getBean(bean)).run();
		}
		catch (RuntimeException ex) {
			return bean + " failed";
		}
		finally {
			this.scheduler.schedule(() -> {
			}, Instant.now().plus(Duration.ofHours(1)));
		}
		return bean;
	}

}
