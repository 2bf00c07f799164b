package com.acme.schedulers;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A scheduler with a final method, which reads a field. */
@SuppressWarnings("serial")
public class HalfFinalScheduler extends ThreadPoolTaskScheduler {

	private final StringBuilder log = new StringBuilder("ready");

	public final String log() {
		return this.log.toString();
	}

}
