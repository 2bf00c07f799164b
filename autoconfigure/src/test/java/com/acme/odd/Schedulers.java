package com.acme.odd;

import java.time.Instant;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What the odd applications share. */
final class Schedulers {

	static final Instant LATER = Instant.now().plusSeconds(1000);

	private Schedulers() {
	}

	static void nothing() {
	}

	static ThreadPoolTaskScheduler named(String prefix) {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setThreadNamePrefix(prefix);
		return scheduler;
	}

	/** For those that no container starts. */
	static ThreadPoolTaskScheduler started(String prefix) {
		ThreadPoolTaskScheduler scheduler = named(prefix);
		scheduler.setDaemon(true);
		scheduler.initialize();
		return scheduler;
	}

}
