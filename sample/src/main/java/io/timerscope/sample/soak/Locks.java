package io.timerscope.sample.soak;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** ShedLock's locks, in memory. */
@Component
@Profile({ "soak", "kiosk" })
class Locks implements LockProvider {

	private final Set<String> held = ConcurrentHashMap.newKeySet();

	private final LongAdder taken = new LongAdder();

	@Override
	public Optional<SimpleLock> lock(LockConfiguration configuration) {
		String name = configuration.getName();
		if (!this.held.add(name)) {
			return Optional.empty();
		}
		this.taken.increment();
		return Optional.of(() -> this.held.remove(name));
	}

	boolean isHeld(String name) {
		return this.held.contains(name);
	}

	long taken() {
		return this.taken.sum();
	}

}
