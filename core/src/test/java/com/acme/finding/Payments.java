package com.acme.finding;

/** Gives its work to a helper. */
public final class Payments {

	private Payments() {
	}

	public static Runnable work() {
		return () -> {
		};
	}

}
