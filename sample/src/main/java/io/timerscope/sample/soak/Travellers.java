package io.timerscope.sample.soak;

import java.io.IOException;

/** Customers of the kiosk, careful and leaking. Used by one thread. */
final class Travellers {

	private final Http kiosk;

	private int leaks;

	Travellers(Http kiosk) {
		this.kiosk = kiosk;
	}

	/** How many tasks they have left behind. */
	int leaks() {
		return this.leaks;
	}

	void travel(int second) throws IOException, InterruptedException {
		this.kiosk.send("GET", "/careful/ticket", "");
		this.kiosk.watch("/careful/board");
		if (second % 2 == 0) {
			this.kiosk.send("GET", "/leaking/ticket", "");
			this.kiosk.watch("/leaking/board");
			this.leaks += 2;
		}
	}

}
