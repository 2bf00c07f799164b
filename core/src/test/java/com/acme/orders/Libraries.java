package com.acme.orders;

import java.util.concurrent.FutureTask;

import com.hazelcast.fixture.HouseKeeping;
import reactor.fixture.Operator;

/** How the application comes to libraries that schedule. */
public final class Libraries {

	private final HouseKeeping library;

	private final Operator operator;

	public Libraries(HouseKeeping library, Operator operator) {
		this.library = library;
		this.operator = operator;
	}

	public void callThatStarts() {
		this.library.start();
	}

	public void callThatRetires() {
		this.library.retire();
	}

	public void callWithATask() {
		this.library.later(() -> {
		});
	}

	public void operate() {
		this.operator.delay();
	}

	/** Stands for a filter: this frame is on the stack, and only passes a run on. */
	public void passOn(Runnable run) {
		new FutureTask<>(run, null).run();
	}

}
