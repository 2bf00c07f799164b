package com.acme.odd.other;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A library's scheduler, with a method that only its own package calls. */
@SuppressWarnings("serial")
public class LibraryScheduler extends ThreadPoolTaskScheduler {

	private final StringBuilder log = new StringBuilder("ready");

	String log() {
		return this.log.toString();
	}

	/** The package's own look at a scheduler. */
	public static String logOf(LibraryScheduler scheduler) {
		return scheduler.log();
	}

}
