package com.acme.finding;

import io.timerscope.ApplicationLifetime;

/** Schedules as it is told to, and means it. */
@ApplicationLifetime("lives as long as the process")
public final class Heartbeats {

	private Heartbeats() {
	}

	public static void given(Runnable call) {
		call.run();
	}

}
