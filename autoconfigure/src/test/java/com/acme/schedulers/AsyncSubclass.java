package com.acme.schedulers;

import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** A class of one's own below one of Spring's with final methods. */
@SuppressWarnings("serial")
public class AsyncSubclass extends SimpleAsyncTaskScheduler {

}
