package io.timerscope.sample.exports;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How far an export is. A real one would write files.
 */
final class Progress {

	private final AtomicInteger reports = new AtomicInteger();

	void report() {
		this.reports.incrementAndGet();
	}

	String result() {
		return "exported";
	}

}
