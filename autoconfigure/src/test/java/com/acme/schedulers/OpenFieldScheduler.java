package com.acme.schedulers;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A scheduler with a public field. */
@SuppressWarnings("serial")
public class OpenFieldScheduler extends ThreadPoolTaskScheduler {

	public final StringBuilder log = new StringBuilder("ready");

}
