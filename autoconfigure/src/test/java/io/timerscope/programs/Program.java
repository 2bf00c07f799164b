package io.timerscope.programs;

import java.util.Arrays;
import java.util.List;

/**
 * A correct program, and how people use it.
 *
 * @param code the name of its class
 * @param times how often it is used
 * @param steps what a use is, in the words of {@link Visitor}
 * @param live how many of its tasks go on afterwards
 * @param outlived how many of these went on after their owners had ended
 * @param ticking whether they run every few milliseconds
 */
record Program(String code, int times, List<String> steps, int live, int outlived, boolean ticking) {

	static Program of(String code, int times, String... steps) {
		return new Program(code, times, Arrays.asList(steps), 0, 0, false);
	}

	/** Tasks of requests or sessions that go on. */
	Program goesOn(int tasks) {
		return new Program(this.code, this.times, this.steps, tasks, tasks, this.ticking);
	}

	/** Tasks of beans or the application that go on. */
	Program stays(int tasks) {
		return new Program(this.code, this.times, this.steps, tasks, 0, this.ticking);
	}

	/** Tasks of beans or the application, and of requests or sessions. */
	Program goesOn(int tasks, int outlived) {
		return new Program(this.code, this.times, this.steps, tasks, outlived, this.ticking);
	}

	Program ticks() {
		return new Program(this.code, this.times, this.steps, this.live, this.outlived, true);
	}

	void use(Visitor visitor) {
		for (int i = 0; i < this.times; i++) {
			visitor.take(this.steps, i);
		}
	}

	String site() {
		return this.code;
	}

	@Override
	public String toString() {
		return this.code.substring(this.code.lastIndexOf('.') + 1);
	}

}
