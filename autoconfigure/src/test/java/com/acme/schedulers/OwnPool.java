package com.acme.schedulers;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A pool with a class of its own, as libraries have them. */
public class OwnPool extends ScheduledThreadPoolExecutor {

	public OwnPool(int corePoolSize) {
		super(corePoolSize);
	}

	public String greeting() {
		return "core pool size " + getCorePoolSize();
	}

}
