package io.timerscope;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when a test says so. */
public final class ManualTime implements TimeSource {

	public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

	private final AtomicLong nanos = new AtomicLong();

	private final AtomicLong wall = new AtomicLong();

	@Override
	public long nanos() {
		return this.nanos.get();
	}

	@Override
	public Instant now() {
		return START.plusNanos(this.nanos.get() + this.wall.get());
	}

	public void pass(Duration duration) {
		this.nanos.addAndGet(duration.toNanos());
	}

	/** Sets the wall clock, as after a suspension, and nothing else. */
	public void jump(Duration duration) {
		this.wall.addAndGet(duration.toNanos());
	}

}
