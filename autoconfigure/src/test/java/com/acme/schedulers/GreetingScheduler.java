package com.acme.schedulers;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A scheduler with a class and a method of its own. */
@SuppressWarnings("serial")
public class GreetingScheduler extends ThreadPoolTaskScheduler {

	private final String greeting;

	public GreetingScheduler(String greeting) {
		this.greeting = greeting;
	}

	public String greeting() {
		return this.greeting;
	}

}
