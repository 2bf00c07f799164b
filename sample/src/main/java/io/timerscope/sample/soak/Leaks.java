package io.timerscope.sample.soak;

/**
 * How many tasks one part of the leaking half left behind.
 *
 * @param part of the leaking half
 * @param made by it
 * @param found by Timerscope
 */
record Leaks(String part, long made, long found) {

	boolean areFound() {
		return this.found == this.made;
	}

	@Override
	public String toString() {
		return this.part + " " + this.found + " of " + this.made;
	}

}
