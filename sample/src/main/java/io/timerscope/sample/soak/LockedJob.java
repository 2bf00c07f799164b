package io.timerscope.sample.soak;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A job of which one instance in the fleet may run. */
@Component
@Profile({ "soak", "kiosk" })
class LockedJob {

	private static final String NAME = "stock-taking";

	private final LongAdder runs = new LongAdder();

	private final LongAdder unlocked = new LongAdder();

	private final Locks locks;

	LockedJob(Locks locks) {
		this.locks = locks;
	}

	@Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
	@SchedulerLock(name = NAME)
	public void takeStock() {
		this.runs.increment();
		if (!this.locks.isHeld(NAME)) {
			this.unlocked.increment();
		}
	}

	long runs() {
		return this.runs.sum();
	}

	/** How many runs had no lock. */
	long unlocked() {
		return this.unlocked.sum();
	}

}
