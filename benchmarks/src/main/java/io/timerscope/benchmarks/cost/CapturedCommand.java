package io.timerscope.benchmarks.cost;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A pool that keeps the command it was given, so that it can be run without the pool. */
final class CapturedCommand extends ScheduledThreadPoolExecutor {

	private Runnable command = () -> {
	};

	CapturedCommand() {
		super(1);
	}

	Runnable command() {
		return this.command;
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
		this.command = command;
		return super.scheduleAtFixedRate(command, 1, 1, TimeUnit.DAYS);
	}

}
