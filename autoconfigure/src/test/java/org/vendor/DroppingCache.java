package org.vendor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A library's cache that cleans up from its first use on, for as long as the executor
 * lives.
 */
public class DroppingCache {

	private final ScheduledExecutorService executor;

	private final Map<String, String> entries = new ConcurrentHashMap<>();

	private final AtomicBoolean cleaning = new AtomicBoolean();

	public DroppingCache(ScheduledExecutorService executor) {
		this.executor = executor;
	}

	public String get(String key) {
		if (this.cleaning.compareAndSet(false, true)) {
			this.executor.scheduleAtFixedRate(this.entries::clear, 20, 20, TimeUnit.MILLISECONDS);
		}
		return this.entries.computeIfAbsent(key, (it) -> it);
	}

}
