package com.acme.finding;

/** Gives its work to a helper. */
public final class Parcels {

	private Parcels() {
	}

	public static Runnable work() {
		return () -> {
		};
	}

}
