package com.acme.metrics;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Application code with many lines that schedule. */
public final class Lines {

	public static final List<Function<ScheduledExecutorService, ScheduledFuture<?>>> ALL = List.of(Lines::first,
			Lines::second, Lines::third, Lines::fourth, Lines::fifth);

	private Lines() {
	}

	public static ScheduledFuture<?> first(ScheduledExecutorService scheduler) {
		return scheduler.scheduleAtFixedRate(Lines::work, 1, 1, TimeUnit.DAYS);
	}

	private static ScheduledFuture<?> second(ScheduledExecutorService scheduler) {
		return scheduler.scheduleAtFixedRate(Lines::work, 1, 1, TimeUnit.DAYS);
	}

	private static ScheduledFuture<?> third(ScheduledExecutorService scheduler) {
		return scheduler.scheduleAtFixedRate(Lines::work, 1, 1, TimeUnit.DAYS);
	}

	private static ScheduledFuture<?> fourth(ScheduledExecutorService scheduler) {
		return scheduler.scheduleAtFixedRate(Lines::work, 1, 1, TimeUnit.DAYS);
	}

	private static ScheduledFuture<?> fifth(ScheduledExecutorService scheduler) {
		return scheduler.scheduleAtFixedRate(Lines::work, 1, 1, TimeUnit.DAYS);
	}

	private static void work() {
	}

}
