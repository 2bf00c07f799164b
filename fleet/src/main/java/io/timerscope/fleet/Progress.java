package io.timerscope.fleet;

import java.io.PrintWriter;

/** Says how far the asking is, a line for each tenth of the instances. */
final class Progress {

	private final PrintWriter out;

	private final int all;

	private int done;

	private int silent;

	Progress(PrintWriter out, int all) {
		this.out = out;
		this.all = all;
		out.println("Asking " + all + " instances");
		out.flush();
	}

	void done(Outcome outcome) {
		this.done++;
		this.silent += (outcome instanceof Outcome.Silent) ? 1 : 0;
		if (this.done * 10L / this.all > (this.done - 1) * 10L / this.all) {
			this.out.println(this.done + " of " + this.all + " asked, " + this.silent + " without an answer");
			this.out.flush();
		}
	}

}
