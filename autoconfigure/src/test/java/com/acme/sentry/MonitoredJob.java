package com.acme.sentry;

import java.util.concurrent.atomic.AtomicInteger;

import io.sentry.spring7.checkin.SentryCheckIn;
import io.sentry.spring7.tracing.SentryTransaction;
import org.springframework.scheduling.annotation.Scheduled;

/** A job that Sentry watches. */
public class MonitoredJob {

	private final AtomicInteger runs = new AtomicInteger();

	@Scheduled(fixedRate = 20)
	@SentryCheckIn("nightly")
	@SentryTransaction(name = "nightly", operation = "job")
	public void run() {
		this.runs.incrementAndGet();
	}

	public int runs() {
		return this.runs.get();
	}

}
