package com.acme.schedulers;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A scheduler that nobody can subclass, as every class of Kotlin's is at first. */
@SuppressWarnings("serial")
public final class FinalScheduler extends ThreadPoolTaskScheduler {

}
