package com.acme.endpoints;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;

import jakarta.websocket.Session;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Heartbeats for endpoints that the container makes, which can have nothing injected. */
@Component
public class Heartbeats {

	private static final Duration LONG = Duration.ofHours(1);

	private static volatile Heartbeats instance;

	private final TaskScheduler scheduler;

	private final BeanFactory beans;

	private final List<String> told = new CopyOnWriteArrayList<>();

	public Heartbeats(TaskScheduler taskScheduler, BeanFactory beans) {
		this.scheduler = taskScheduler;
		this.beans = beans;
		instance = this;
	}

	static Heartbeats get() {
		return instance;
	}

	<T> T bean(Class<T> type) {
		return this.beans.getBean(type);
	}

	ScheduledFuture<?> begin(Session session) {
		return this.scheduler.scheduleAtFixedRate(session::isOpen, Instant.now().plus(LONG), LONG);
	}

	ScheduledFuture<?> remindLater() {
		return this.scheduler.schedule(() -> {
		}, Instant.now().plus(LONG));
	}

	/** What endpoints saw, in the order in which they did. */
	public List<String> told() {
		return this.told;
	}

	void tell(String what) {
		this.told.add(what);
	}

}
