package io.timerscope.actuate;

/** What came of a cancel. */
enum Cancellation {

	/** The task is over. */
	DONE(204, ""),

	/** There is no such live task. */
	UNKNOWN(404, "There is no live task "),

	/** The scheduler would not let go. */
	REFUSED(409, "Its scheduler would not cancel task ");

	private static final int SHOWN = 20;

	private final int status;

	private final String sentence;

	Cancellation(int status, String sentence) {
		this.status = status;
		this.sentence = sentence;
	}

	int status() {
		return this.status;
	}

	String sentence(String id) {
		return this.sentence + ((id.length() <= SHOWN) ? id : id.substring(0, SHOWN) + "…");
	}

}
