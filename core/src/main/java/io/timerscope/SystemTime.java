package io.timerscope;

import java.time.Instant;

enum SystemTime implements TimeSource {

	INSTANCE;

	@Override
	public long nanos() {
		return System.nanoTime();
	}

	@Override
	public Instant now() {
		return Instant.now();
	}

}
