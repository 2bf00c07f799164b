package io.timerscope.junit;

import java.util.ArrayList;
import java.util.List;

/** The leaks that tests of this run were accused of. Written by all tests. */
final class ReportedLeaks {

	private final List<TimerLeak> leaks = new ArrayList<>();

	synchronized void add(List<TimerLeak> leaks) {
		this.leaks.addAll(leaks);
	}

	synchronized List<TimerLeak> list() {
		return List.copyOf(this.leaks);
	}

}
