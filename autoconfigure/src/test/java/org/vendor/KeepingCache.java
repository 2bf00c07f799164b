package org.vendor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A library's cache that cleans up from its first use on, and can be closed. */
public class KeepingCache implements AutoCloseable {

	private final ScheduledExecutorService executor;

	private final Map<String, String> entries = new ConcurrentHashMap<>();

	private Future<?> cleanUp;

	public KeepingCache(ScheduledExecutorService executor) {
		this.executor = executor;
	}

	public synchronized String get(String key) {
		if (this.cleanUp == null) {
			this.cleanUp = this.executor.scheduleAtFixedRate(this.entries::clear, 20, 20, TimeUnit.MILLISECONDS);
		}
		return this.entries.computeIfAbsent(key, (it) -> it);
	}

	@Override
	public synchronized void close() {
		this.cleanUp.cancel(false);
	}

}
