package io.timerscope.finding;

import java.time.Duration;

/** How findings are put into words. */
final class Words {

	private Words() {
	}

	/** Whole seconds from one second on, whole milliseconds below. */
	static String duration(Duration duration) {
		Duration rounded = (duration.compareTo(Duration.ofSeconds(1)) < 0) ? Duration.ofMillis(duration.toMillis())
				: Duration.ofSeconds(duration.toSeconds());
		return rounded.toString();
	}

	/** A number with its noun, which gets an s where there is not exactly one. */
	static String count(long count, String noun) {
		return count(count, noun, noun + "s");
	}

	static String count(long count, String one, String many) {
		return count + " " + ((count == 1) ? one : many);
	}

}
