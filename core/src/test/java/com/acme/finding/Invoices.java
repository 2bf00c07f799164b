package com.acme.finding;

/** Gives its work to a helper. */
public final class Invoices {

	private Invoices() {
	}

	public static Runnable work() {
		return () -> {
		};
	}

}
