package com.acme.requests;

/** A task of a class that is nested in no bean's. */
final class Work implements Runnable {

	@Override
	public void run() {
	}

}
